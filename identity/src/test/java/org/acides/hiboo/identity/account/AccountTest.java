package org.acides.hiboo.identity.account;

import static org.hamcrest.Matchers.hasProperty;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.function.Consumer;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.AccountRegistered;
import org.acides.hiboo.identity.api.events.AccountUnblocked;
import org.acides.hiboo.identity.api.events.EmailVerified;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.identity.api.events.RoleGranted;
import org.acides.hiboo.identity.api.events.RoleRevoked;
import org.acides.hiboo.identity.api.events.TermsAccepted;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final AccountId ID = AccountId.random();
    private static final Sealed<String> WHY = new Sealed<>(ID.value(), "why");
    private static final AccountRegistered REGISTERED =
            new AccountRegistered(ID, new Sealed<>(ID.value(), "name"), new Sealed<>(ID.value(), "address"), "fr", NOW);
    private static final TermsAccepted TERMS = new TermsAccepted(ID, "1", NOW);

    record Register() {}

    record Act(Consumer<Account> what) {}

    /** Hands over what the command handlers do once they have seen to everything beside the account. */
    record Hand(Repository<Account> repository) {
        @CommandHandler
        void on(Register register) throws Exception {
            repository.newInstance(() -> new Account(ID, REGISTERED.loginName(), REGISTERED.email(), "fr", "1", NOW));
        }

        @CommandHandler
        void on(Act act) {
            repository.load(ID.toString()).execute(act.what());
        }
    }

    private FixtureConfiguration<Account> account;

    @BeforeEach
    void aFixture() {
        account = new AggregateTestFixture<>(Account.class);
        account.registerAnnotatedCommandHandler(new Hand(account.getRepository()));
    }

    private ResultValidator<Account> when(Consumer<Account> what, Object... earlier) {
        Object[] given = new Object[earlier.length + 2];
        given[0] = REGISTERED;
        given[1] = TERMS;
        System.arraycopy(earlier, 0, given, 2, earlier.length);
        return account.given(given).when(new Act(what));
    }

    @Test
    void anAccountBeginsWithTheTermsAccepted() {
        account.givenNoPriorActivity().when(new Register()).expectEvents(REGISTERED, TERMS);
    }

    @Test
    void anAddressIsProvedOnce() {
        when(it -> it.verifyEmail(NOW)).expectEvents(new EmailVerified(ID, NOW));
        aFixture();
        when(it -> it.verifyEmail(NOW), new EmailVerified(ID, NOW)).expectNoEvents();
    }

    @Test
    void newTermsAreAcceptedOnce() {
        when(it -> it.acceptTerms("2", NOW)).expectEvents(new TermsAccepted(ID, "2", NOW));
        aFixture();
        when(it -> it.acceptTerms("1", NOW)).expectNoEvents();
    }

    @Test
    void theHistoryTellsHowAPasswordWasChanged() {
        when(it -> it.passwordChanged(true, NOW)).expectEvents(new PasswordChanged(ID, true, NOW));
    }

    @Test
    void aRoleIsGrantedOnceAndRevokedOnce() {
        when(it -> it.grant(Role.ADMIN, NOW)).expectEvents(new RoleGranted(ID, Role.ADMIN, NOW));
        aFixture();
        when(it -> it.grant(Role.ADMIN, NOW), new RoleGranted(ID, Role.ADMIN, NOW))
                .expectNoEvents();
        aFixture();
        when(it -> it.revoke(Role.ADMIN, NOW), new RoleGranted(ID, Role.ADMIN, NOW))
                .expectEvents(new RoleRevoked(ID, Role.ADMIN, NOW));
        aFixture();
        when(it -> it.revoke(Role.ADMIN, NOW)).expectNoEvents();
    }

    @Test
    void everyAccountStaysAMember() {
        when(it -> it.revoke(Role.MEMBER, NOW))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectException(hasProperty("message", is("account.member-always")));
    }

    @Test
    void anAccountIsBlockedAndUnblockedOnce() {
        AccountBlocked blocked = new AccountBlocked(ID, WHY, NOW);
        when(it -> it.block(WHY, NOW)).expectEvents(blocked);
        aFixture();
        when(it -> it.block(WHY, NOW), blocked).expectNoEvents();
        aFixture();
        when(it -> it.unblock(NOW), blocked).expectEvents(new AccountUnblocked(ID, NOW));
        aFixture();
        when(it -> it.unblock(NOW)).expectNoEvents();
    }
}
