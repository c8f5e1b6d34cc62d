package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.ChangePassword;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.api.commands.RevokeRole;
import org.acides.hiboo.identity.api.commands.UnblockAccount;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.identity.api.queries.CountAccounts;
import org.acides.hiboo.identity.api.queries.FindAccounts;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.infrastructure.api.Actor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountsTest extends AccountLife {

    private static final String MEGABYTE = "a".repeat(1_000_000);

    @Autowired
    Passwords passwords;

    @Autowired
    Sessions sessions;

    @Autowired
    QueryGateway queries;

    @Autowired
    EventStore history;

    @BeforeEach
    void nobodyIsAdmin() {
        noAdmins();
    }

    @Test
    void rolesAreGrantedAndRevokedByTheirName() {
        AccountId id = register();
        commands.send(new GrantRole(id, Role.MODERATOR), ADMIN);
        commands.send(new GrantRole(id, Role.MODERATOR), ADMIN);
        assertThat(accounts.find(id).orElseThrow().roles()).isEqualTo(Set.of(Role.MEMBER, Role.MODERATOR));
        commands.send(new RevokeRole(id, Role.MODERATOR), ADMIN);
        assertThat(accounts.find(id).orElseThrow().roles()).isEqualTo(Set.of(Role.MEMBER));
        refused(() -> commands.send(new RevokeRole(id, Role.MEMBER), ADMIN), "account.member-always");
    }

    @Test
    void whatNobodyHasIsUnknown() {
        AccountId nobody = AccountId.random();
        for (Object command : List.of(
                new GrantRole(nobody, Role.ADMIN),
                new RevokeRole(nobody, Role.ADMIN),
                new BlockAccount(nobody, "why"),
                new UnblockAccount(nobody),
                new ChangePassword(nobody, SessionId.random(), PASSWORD, PASSWORD)))
            refused(() -> commands.send(command, ADMIN), "account.unknown");
        refused(() -> registration.verifyEmail(nobody), "account.unknown");
        refused(() -> registration.resetPassword(nobody, PASSWORD), "account.unknown");
    }

    @Test
    void theLastAdminStaysOne() {
        AccountId first = admin();
        refused(() -> commands.send(new RevokeRole(first, Role.ADMIN), ADMIN), "account.last-admin");
        refused(() -> commands.send(new BlockAccount(first, "why"), ADMIN), "account.last-admin");
        AccountId second = admin();
        commands.send(new BlockAccount(second, "why"), ADMIN);
        refused(() -> commands.send(new RevokeRole(first, Role.ADMIN), ADMIN), "account.last-admin");
        commands.send(new RevokeRole(second, Role.ADMIN), ADMIN);
        assertThat(accounts.anyAdmin()).isTrue();
    }

    @Test
    void ofTwoAdminsWhoTakeTheRoleFromEachOtherAtOnceOneIsLeft() throws Exception {
        for (int round = 0; round < 5; round++) {
            noAdmins();
            List<AccountId> admins = List.of(admin(), admin());
            AtomicInteger turn = new AtomicInteger();
            List<String> outcomes = race(2, () -> {
                int mine = turn.getAndIncrement();
                Object command = mine == 0
                        ? new RevokeRole(admins.get(1), Role.ADMIN)
                        : new BlockAccount(admins.get(0), "because");
                return commands.send(command, new Actor(admins.get(mine).toString(), "ADMIN", Instant.MAX));
            });
            assertThat(outcomes).containsExactlyInAnyOrder("done", "account.last-admin");
            assertThat(accounts.anyAdmin()).isTrue();
        }
    }

    private Sessions.Begun signIn(AccountId id) {
        return sessions.begin(id, List.of("pwd"), "Firefox, Linux");
    }

    @Test
    void blockingEndsEverySessionAndSealsTheReason() {
        AccountId id = register();
        String cookie = signIn(id).cookie();
        commands.send(new BlockAccount(id, "Sold accounts to <b>others</b>; DROP TABLE x"), ADMIN);
        assertThat(accounts.find(id).orElseThrow().blocked()).isTrue();
        var event = history.readEvents(id.toString()).asStream().toList().getLast();
        assertThat(event.getPayload().toString()).doesNotContain("Sold");
        assertThat(event.getMetaData()).containsEntry("actor", "somebody").containsEntry("role", "ADMIN");
        commands.send(new UnblockAccount(id), ADMIN);
        assertThat(accounts.find(id).orElseThrow().blocked()).isFalse();
        assertThat(sessions.find(cookie)).isEmpty();
    }

    @Test
    void aReasonHasBounds() {
        AccountId id = register();
        for (String reason : List.of("", "  ", "a".repeat(2_001), MEGABYTE))
            refused(() -> commands.send(new BlockAccount(id, reason), ADMIN), "account.reason-malformed");
    }

    @Test
    void whoKnowsTheirPasswordChangesItAndKeepsOneSession() {
        AccountId id = register();
        Sessions.Begun kept = signIn(id);
        String elsewhere = signIn(id).cookie();
        SessionId here = kept.id();
        Actor self = new Actor(id.toString(), "MEMBER");
        String chosen = "seals sing under the ice";
        refused(() -> commands.send(new ChangePassword(id, here, "wrong", chosen), self), "password.wrong");
        refused(() -> commands.send(new ChangePassword(id, here, MEGABYTE, chosen), self), "password.wrong");
        refused(() -> commands.send(new ChangePassword(id, here, PASSWORD, "short"), self), "password.too-short");
        commands.send(new ChangePassword(id, here, PASSWORD, chosen), self);
        assertThat(passwords.matches(id, PASSWORD)).isFalse();
        assertThat(passwords.matches(id, chosen)).isTrue();
        assertThat(sessions.find(kept.cookie())).isPresent();
        assertThat(sessions.find(elsewhere)).isEmpty();
    }

    @Test
    void whoGuessesTheCurrentPasswordIsSlowed() {
        AccountId id = register();
        SessionId here = SessionId.random();
        Actor self = new Actor(id.toString(), "MEMBER");
        String chosen = "seals sing under the ice";
        for (int i = 0; i < 6; i++)
            refused(() -> commands.send(new ChangePassword(id, here, "wrong", chosen), self), "password.wrong");
        refused(() -> commands.send(new ChangePassword(id, here, PASSWORD, chosen), self), "throttled");
        commands.send(new ChangePassword(id, SessionId.random(), PASSWORD, chosen), self);
    }

    @Test
    void aResetPasswordEndsEverySession() {
        AccountId id = register();
        String cookie = signIn(id).cookie();
        registration.resetPassword(id, "walrus whiskers count clams");
        assertThat(passwords.matches(id, "walrus whiskers count clams")).isTrue();
        assertThat(sessions.find(cookie)).isEmpty();
        refused(() -> registration.resetPassword(id, "1234567890"), "password.well-known");
    }

    @Test
    void adminsFindAccountsByNameAddressOrStartOfIdentifier() {
        String login = name();
        AccountId id = register(login);
        String email = accounts.find(id).orElseThrow().email();
        for (String text : List.of(
                login,
                login.toUpperCase(java.util.Locale.ROOT),
                email,
                id.toString(),
                id.toString().substring(0, 13)))
            assertThat(found(text, 0))
                    .as(text)
                    .extracting(AccountRow::accountId)
                    .containsExactly(id);
        for (String text : List.of("%", "' OR true --", login.substring(1), MEGABYTE, "<b>", "a\u0000b"))
            assertThat(found(text, 0)).isEmpty();
        assertThat(count(login)).isEqualTo(1);
    }

    @Test
    void adminsPageThroughAccountsNewestFirst() {
        AccountId older = register();
        AccountId newer = register();
        assertThat(found("", 0).getFirst().accountId()).isEqualTo(newer);
        assertThat(found("", 1).getFirst().accountId()).isEqualTo(older);
        assertThat(found("", count(""))).isEmpty();
    }

    private List<AccountRow> found(String text, int offset) {
        return queries.query(new FindAccounts(text, offset, 2), ResponseTypes.multipleInstancesOf(AccountRow.class))
                .join();
    }

    private int count(String text) {
        return queries.query(new CountAccounts(text), Integer.class).join();
    }
}
