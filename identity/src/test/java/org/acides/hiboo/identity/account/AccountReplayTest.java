package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.ConfirmRecovery;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.api.commands.IssueInvitation;
import org.acides.hiboo.identity.api.commands.ProposeRecovery;
import org.acides.hiboo.identity.api.commands.RevokeRole;
import org.acides.hiboo.identity.factor.Authenticators;
import org.acides.hiboo.identity.factor.Totp;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** The history alone suffices to make accounts, invitations and the members' history again; passwords and secrets it never had. */
class AccountReplayTest extends AccountLife {

    private static final Set<String> HANDLERS = Set.of(
            "AccountLookup",
            "FactorLookup",
            "InvitationLookup",
            "MyAccountHistoryProjection",
            "MyHistoryProjection",
            "RecoveryLookup");

    @Autowired
    EventStore history;

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Sealer sealer;

    @Autowired
    Authenticators authenticators;

    @Autowired
    SecondFactors second;

    @Autowired
    Clock clock;

    @Test
    void tablesAreRebuiltFromTheFirstEventOnWithoutWhoWasErased() {
        AccountId account = register();
        registration.verifyEmail(account);
        commands.send(new GrantRole(account, Role.MODERATOR), ADMIN);
        commands.send(new GrantRole(account, Role.AUDITOR), ADMIN);
        commands.send(new RevokeRole(account, Role.MODERATOR), ADMIN);
        commands.send(new BlockAccount(account, "why"), ADMIN);
        var offer = authenticators.offer(account);
        second.enrolAuthenticator(account, offer.token(), Totp.code(offer.secret(), clock.instant()));
        commands.send(new ProposeRecovery(account, admin(), "known in person"), ADMIN);
        commands.send(new ConfirmRecovery(account, admin()), ADMIN);
        AccountId erased = register();
        commands.send(new IssueInvitation(3, Duration.ofDays(3)), ADMIN);
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        ProfileId profile = create(account, service, name());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !rows("identity.my_history", "profile_id", profile.value())
                        .isEmpty());
        List<String> before = all(account, profile);

        sealer.erase(erased.value());
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("TRUNCATE identity.account, identity.factor, identity.account_recovery,"
                            + " identity.invitation, identity.my_history")
                    .update();
            replay();
            assertThat(all(account, profile)).isEqualTo(before);
            assertThat(accounts.find(erased)).isEmpty();
        });
    }

    private void replay() {
        List<AnnotationEventHandlerAdapter> handlers =
                context.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                        .filter(bean ->
                                HANDLERS.contains(ClassUtils.getUserClass(bean).getSimpleName()))
                        .map(AnnotationEventHandlerAdapter::new)
                        .toList();
        assertThat(handlers).hasSize(HANDLERS.size());
        try (var events = history.openStream(null)) {
            while (events.hasNextAvailable()) {
                var event = events.nextAvailable();
                for (var handler : handlers) handler.handle(event);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> all(AccountId account, ProfileId profile) {
        List<String> all = new ArrayList<>(rows("identity.account", "account_id", account.value()));
        all.addAll(rows("identity.factor", "account_id", account.value()));
        all.addAll(rows("identity.account_recovery", "account_id", account.value()));
        all.addAll(rows("identity.invitation", "uses", 3));
        all.addAll(rows("identity.my_history", "profile_id", profile.value()));
        return all;
    }

    private List<String> rows(String table, String column, Object value) {
        return jdbc.sql("SELECT (to_jsonb(t) - 'row_id')::text FROM " + table + " t WHERE " + column
                        + " = ? ORDER BY 1")
                .param(value)
                .query(String.class)
                .list();
    }
}
