package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.events.AccountRegistered;
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.identity.api.events.FactorRemoved;
import org.acides.hiboo.identity.api.events.PasskeySuspected;
import org.acides.hiboo.identity.api.events.RecoveryCodesRenewed;
import org.acides.hiboo.identity.api.events.RoleGranted;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** What an account makes of its factors. */
class AccountFactorsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final AccountId ID = AccountId.random();
    private static final FactorId FIRST = FactorId.random();
    private static final FactorId SECOND = FactorId.random();
    private static final FactorEnrolled ENROLLED = new FactorEnrolled(ID, FIRST, FactorKind.TOTP, NOW);
    private static final RoleGranted ADMIN = new RoleGranted(ID, Role.ADMIN, NOW);

    record Act(Consumer<Account> what) {}

    record Hand(Repository<Account> repository) {
        @CommandHandler
        void on(Act act) {
            repository.load(ID.toString()).execute(act.what());
        }
    }

    private static ResultValidator<Account> when(Consumer<Account> what, Object... earlier) {
        AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);
        account.registerAnnotatedCommandHandler(new Hand(account.getRepository()));
        return account.given(new AccountRegistered(
                        ID, new Sealed<>(ID.value(), "name"), new Sealed<>(ID.value(), "address"), "fr", NOW))
                .andGiven(earlier)
                .when(new Act(what));
    }

    private static void refused(String code, ResultValidator<Account> result) {
        result.expectNoEvents().expectException(Refused.class).expectExceptionMessage(code);
    }

    @Test
    void aFactorIsEnrolledOnce() {
        when(it -> it.enrol(FIRST, FactorKind.TOTP, NOW)).expectEvents(ENROLLED);
        when(it -> it.enrol(FIRST, FactorKind.TOTP, NOW), ENROLLED).expectNoEvents();
    }

    @Test
    void anotherAuthenticatorTakesTheFirstOnesPlace() {
        when(it -> it.enrol(SECOND, FactorKind.TOTP, NOW), ENROLLED)
                .expectEvents(
                        new FactorRemoved(ID, FIRST, FactorKind.TOTP, NOW),
                        new FactorEnrolled(ID, SECOND, FactorKind.TOTP, NOW));
    }

    @Test
    void aMemberRemovesTheirLastFactorAndSomebodyWithARoleReplacesIt() {
        when(it -> assertThat(it.removeFactor(FIRST, NOW)).isTrue(), ENROLLED)
                .expectEvents(new FactorRemoved(ID, FIRST, FactorKind.TOTP, NOW));
        refused("factor.needed-by-role", when(it -> it.removeFactor(FIRST, NOW), ENROLLED, ADMIN));
        when(it -> it.enrol(SECOND, FactorKind.TOTP, NOW), ENROLLED, ADMIN).expectSuccessfulHandlerExecution();
    }

    @Test
    void anAccountHasTwentyPasskeysAtMostBesideItsAuthenticator() {
        Object[] twenty = IntStream.range(0, 20)
                .mapToObj(any -> new FactorEnrolled(ID, FactorId.random(), FactorKind.PASSKEY, NOW))
                .toArray();
        refused("passkey.too-many", when(it -> it.enrol(SECOND, FactorKind.PASSKEY, NOW), twenty));
        when(it -> it.enrol(FIRST, FactorKind.TOTP, NOW), twenty).expectEvents(ENROLLED);
        when(it -> it.enrol(SECOND, FactorKind.CERTIFICATE, NOW), twenty)
                .expectEvents(new FactorEnrolled(ID, SECOND, FactorKind.CERTIFICATE, NOW));
    }

    @Test
    void anAccountHasTwentyCertificatesAtMost() {
        Object[] twenty = IntStream.range(0, 20)
                .mapToObj(any -> new FactorEnrolled(ID, FactorId.random(), FactorKind.CERTIFICATE, NOW))
                .toArray();
        refused("certificate.too-many", when(it -> it.enrol(SECOND, FactorKind.CERTIFICATE, NOW), twenty));
    }

    @Test
    void aPasskeySatisfiesARoleAndIsKeptForItToo() {
        FactorEnrolled passkey = new FactorEnrolled(ID, SECOND, FactorKind.PASSKEY, NOW);
        when(it -> it.removeFactor(FIRST, NOW), ENROLLED, passkey, ADMIN)
                .expectEvents(new FactorRemoved(ID, FIRST, FactorKind.TOTP, NOW));
        refused("factor.needed-by-role", when(it -> it.removeFactor(SECOND, NOW), passkey, ADMIN));
    }

    @Test
    void aPasskeyIsSuspectedWhileItIsThere() {
        FactorEnrolled passkey = new FactorEnrolled(ID, SECOND, FactorKind.PASSKEY, NOW);
        when(it -> it.suspect(SECOND, NOW), passkey).expectEvents(new PasskeySuspected(ID, SECOND, NOW));
        when(it -> it.suspect(SECOND, NOW)).expectNoEvents();
        when(it -> it.suspect(FIRST, NOW), ENROLLED).expectNoEvents();
    }

    @Test
    void nobodyRemovesAFactorThatIsNotTheirs() {
        refused("factor.unknown", when(it -> it.removeFactor(SECOND, NOW), ENROLLED));
    }

    @Test
    void recoveryCodesStandInForAFactorAndAreMadeForNobodyElse() {
        when(it -> it.renewRecoveryCodes(NOW), ENROLLED).expectEvents(new RecoveryCodesRenewed(ID, NOW));
        refused("factor.none", when(it -> it.renewRecoveryCodes(NOW)));
    }

    @Test
    void aCodeIsNeverShown() {
        assertThat(new UseRecoveryCode(ID, "7K2M-Q0ZX-9RTB").toString()).doesNotContain("7K2M");
        assertThatThrownBy(() -> AccountId.of("7K2M")).isInstanceOf(IllegalArgumentException.class);
    }
}
