package org.acides.hiboo.identity.signin;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.CancelRecovery;
import org.acides.hiboo.identity.api.commands.ConfirmRecovery;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.api.commands.ProposeRecovery;
import org.acides.hiboo.identity.api.events.RecoveryConfirmed;
import org.acides.hiboo.identity.api.events.RecoveryProposed;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.factor.RecoveryCodes;
import org.acides.hiboo.identity.passkey.SoftwarePasskey;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;

/** A lost second factor: two admins, a delay, and a member who can say no. */
class RecoveryTest extends PasskeyLife {

    @Autowired
    Commands commands;

    @Autowired
    Factors factors;

    @Autowired
    RecoveryCodes recoveryCodes;

    @Autowired
    EventStore events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("dueRecoveries")
    Recurring deadlines;

    @Test
    void twoAdminsTakeTheFactorsAwayAfterTheDelayAndThePasswordStays() {
        Phone phone = phone();
        recoveryCodes(phone.browser());
        SoftwarePasskey passkey = enrol(phone.browser(), passkey(), "key");
        AccountId account = state(phone.login()).id();
        propose(account, admin());
        due(account, Instant.now().minusSeconds(1));
        deadlines.work().run();
        assertThat(factors.any(account)).isFalse();
        assertThat(recoveryCodes.left(account)).isZero();
        assertThat(phone.browser().signedIn()).isFalse();
        assertThat(signIn(browser(), passkey).text()).contains("Hiboo does not know this passkey");
        assertThat(browser().signIn(phone.login(), "wrong").status()).isEqualTo(401);
        assertThat(browser().signIn(phone.login(), PASSWORD).location()).isEqualTo("/");
        deadlines.work().run();
    }

    @Test
    void nothingGoesBeforeItIsDueWhateverTheScheduleBelieves() {
        Phone phone = phone();
        AccountId account = state(phone.login()).id();
        propose(account, admin());
        commands.send(new ConfirmRecovery(account, admin()), ADMIN);
        jdbc.sql("UPDATE identity.account_recovery SET due_at = now() WHERE account_id = ?")
                .param(account.value())
                .update();
        deadlines.work().run();
        assertThat(factors.any(account)).isTrue();
    }

    @Test
    void theMemberIsToldAtOnceAndTheLinkCallsItOff() {
        Phone phone = phone();
        AccountId account = state(phone.login()).id();
        propose(account, admin());
        commands.send(new ConfirmRecovery(account, admin()), ADMIN);
        String address = addressOf(phone.login());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> post.to(address).getLast().subject().contains("about to be taken away"));
        String link = post.link(address);
        assertThat(browser().open(link).text()).contains("Keep your second factor?");
        assertThat(underWay(account)).isTrue();
        assertThat(browser().open(browser().post(link).location()).text()).contains("It is called off");
        assertThat(underWay(account)).isFalse();
        assertThat(browser().post(link).status()).isEqualTo(303);
        assertThat(browser().open("/recovery/" + "A".repeat(43)).status()).isEqualTo(410);
        deadlines.work().run();
        assertThat(factors.any(account)).isTrue();
    }

    @Test
    void signingInWithTheFactorCallsItOff() {
        Phone phone = phone();
        AccountId account = state(phone.login()).id();
        propose(account, admin());
        Browser browser = browser();
        browser.signIn(phone.login(), PASSWORD);
        assertThat(underWay(account)).isTrue();
        browser.post("/second-step", "code", phone.code());
        assertThat(underWay(account)).isFalse();
    }

    @Test
    void signingInWithAPasskeyAloneCallsItOff() {
        Holder holder = holder();
        AccountId account = state(holder.login()).id();
        propose(account, admin());
        signIn(browser(), holder.passkey());
        assertThat(underWay(account)).isFalse();
    }

    @Test
    void whatNobodyConfirmsLapsesAndTheMemberIsTold() {
        Phone phone = phone();
        AccountId account = state(phone.login()).id();
        Instant then = Instant.now().minus(Duration.ofDays(15)).truncatedTo(ChronoUnit.MILLIS);
        happened(
                account,
                new RecoveryProposed(
                        account, RecoveryId.random(), AccountId.random(), new Sealed<>(account.value(), "why"), then));
        refused("recovery.lapsed", new ConfirmRecovery(account, admin()));
        Phone other = phone();
        propose(state(other.login()).id(), admin());
        deadlines.work().run();
        assertThat(underWay(account)).isFalse();
        assertThat(underWay(state(other.login()).id())).as("it has time still").isTrue();
        assertThat(factors.any(account)).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        post.to(addressOf(phone.login())).getLast().subject().contains("Your second factor stays"));
        deadlines.work().run();
        propose(account, admin());
        assertThat(underWay(account)).isTrue();
    }

    @Test
    void oneAdminIsNotTwoAndAMemberIsNone() {
        Phone phone = phone();
        AccountId account = state(phone.login()).id();
        AccountId one = admin();
        refused(
                "recovery.not-admin",
                new ProposeRecovery(account, state(member()).id(), "because"));
        refused("recovery.none", new ConfirmRecovery(account, one));
        refused("account.reason-malformed", new ProposeRecovery(account, one, " "));
        propose(account, one);
        refused("recovery.under-way", new ProposeRecovery(account, admin(), "because"));
        refused("recovery.same-admin", new ConfirmRecovery(account, one));
        commands.send(new CancelRecovery(account), ADMIN);
        refused("recovery.none", new ConfirmRecovery(account, admin()));
        refused("recovery.no-factor", new ProposeRecovery(state(member()).id(), one, "because"));
    }

    private void refused(String code, Object command) {
        assertThatThrownBy(() -> commands.send(command, ADMIN))
                .isInstanceOf(Refused.class)
                .hasMessage(code);
    }

    private void propose(AccountId account, AccountId by) {
        commands.send(new ProposeRecovery(account, by, "known in person"), ADMIN);
    }

    private AccountId admin() {
        AccountId id = state(member()).id();
        commands.send(new GrantRole(id, Role.ADMIN), ADMIN);
        return id;
    }

    private boolean underWay(AccountId account) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.account_recovery WHERE account_id = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    /** As if another admin had confirmed so long ago that it is due then. */
    private void due(AccountId account, Instant when) {
        RecoveryId recovery =
                new RecoveryId(jdbc.sql("SELECT recovery_id FROM identity.account_recovery WHERE account_id = ?")
                        .param(account.value())
                        .query(java.util.UUID.class)
                        .single());
        Instant then = when.truncatedTo(ChronoUnit.MILLIS);
        happened(
                account,
                new RecoveryConfirmed(account, recovery, AccountId.random(), then, then.minus(Duration.ofHours(72))));
    }

    private void happened(AccountId account, Object event) {
        long next = events.lastSequenceNumberFor(account.toString()).orElseThrow() + 1;
        transaction.executeWithoutResult(status ->
                events.publish(List.of(new GenericDomainEventMessage<>("Account", account.toString(), next, event))));
    }
}
