package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.commands.IssueInvitation;
import org.acides.hiboo.identity.api.commands.WithdrawInvitation;
import org.acides.hiboo.identity.api.queries.FindInvitations;
import org.acides.hiboo.identity.api.queries.InvitationRow;
import org.acides.hiboo.identity.credential.PasswordHash;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may sign up at all: invitations, their uses and their ends. */
class InvitationsTest extends AccountLife {

    @Autowired
    Passwords passwords;

    @Autowired
    Invitations invitations;

    @Autowired
    FirstAdminLink firstAdmin;

    @Autowired
    QueryGateway queries;

    @Test
    void signUpIsOpenOrByInvitationOrClosed() {
        String secret = invite(5, Duration.ofDays(1));
        Registration byInvitation = mode("invitation");
        refused(() -> byInvitation.register(applicant(name(), name() + "@x.org", null)), "invitation.required");
        refused(() -> byInvitation.register(applicant(name(), name() + "@x.org", " ")), "invitation.required");
        assertThat(byInvitation.opensSignUp(secret)).isTrue();
        byInvitation.register(applicant(name(), name() + "@x.org", secret));
        registration.register(applicant(name(), name() + "@x.org", secret));
        Registration closed = mode("closed");
        refused(() -> closed.register(applicant(name(), name() + "@x.org", secret)), "sign-up.closed");
        assertThat(closed.opensSignUp(secret)).isFalse();
        assertThat(row(secret).used()).isEqualTo(2);
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> mode("Open"));
    }

    @Test
    void ofAHundredWhoRaceForTheLastUseOneWins() throws Exception {
        String secret = invite(1, Duration.ofDays(1));
        PasswordHash hash = passwords.hash(PASSWORD);
        List<String> outcomes = race(100, () -> {
            AccountId id = AccountId.random();
            LoginName login = LoginName.of(name());
            EmailAddress email = EmailAddress.of(name() + "@example.org");
            return commands.send(
                    new RegisterAccount(id, login, email, hash, "fr", "1", secret), new Actor(id.toString(), "MEMBER"));
        });
        assertThat(outcomes.stream().filter("done"::equals)).hasSize(1);
        assertThat(outcomes.stream().filter("invitation.unknown"::equals)).hasSize(99);
        assertThat(row(secret).used()).isEqualTo(1);
    }

    @Test
    void aRefusedSignUpGivesTheUseBack() {
        String login = name();
        register(login);
        String secret = invite(1, Duration.ofDays(1));
        refused(() -> registration.register(applicant(login, name() + "@x.org", secret)), "login-name.taken");
        registration.register(applicant(name(), name() + "@x.org", secret));
        refused(() -> registration.register(applicant(name(), name() + "@x.org", secret)), "invitation.unknown");
    }

    @Test
    void anInvitationEndsWithItsTimeOrWhenWithdrawn() {
        String secret = invite(1000, Duration.ofHours(1));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
        assertThat(new Invitations(jdbc, later).usable(secret)).isFalse();
        assertThat(registration.opensSignUp(secret)).isTrue();
        commands.send(new WithdrawInvitation(row(secret).invitationId()), ADMIN);
        commands.send(new WithdrawInvitation(row(secret).invitationId()), ADMIN);
        assertThat(row(secret).withdrawn()).isTrue();
        refused(() -> registration.register(applicant(name(), name() + "@x.org", secret)), "invitation.unknown");
        refused(
                () -> commands.send(new WithdrawInvitation(org.acides.hiboo.identity.api.InvitationId.random()), ADMIN),
                "invitation.unknown");
    }

    @Test
    void anInvitationHasBounds() {
        for (int uses : new int[] {0, -1, 1001}) refused(() -> invite(uses, Duration.ofDays(1)), "invitation.uses");
        for (Duration time : List.of(Duration.ofMinutes(59), Duration.ofDays(91), Duration.ofDays(-1)))
            refused(() -> invite(1, time), "invitation.valid-for");
    }

    @Test
    void noSecretOfALinkIsStored() {
        String secret = invite(1, Duration.ofDays(1));
        for (String table : List.of("infrastructure.event", "identity.invitation", "identity.invitation_secret"))
            assertThat(jdbc.sql("SELECT count(*) FROM " + table + " t WHERE t::text LIKE ?")
                            .param("%" + secret + "%")
                            .query(Long.class)
                            .single())
                    .isZero();
    }

    private Registration mode(String mode) {
        return new Registrar(commands, accounts, passwords, invitations, firstAdmin, mode);
    }

    private String invite(int uses, Duration validFor) {
        String link = commands.send(new IssueInvitation(uses, validFor), ADMIN);
        assertThat(link).matches("http://localhost:8080/sign-up\\?invitation=[A-Za-z0-9_-]{43}");
        return link.substring(link.indexOf('=') + 1);
    }

    private InvitationRow row(String secret) {
        java.util.UUID id = jdbc.sql("SELECT invitation_id FROM identity.invitation_secret WHERE digest = ?")
                .param(Secret.digest(secret))
                .query(java.util.UUID.class)
                .single();
        return queries
                .query(new FindInvitations(), ResponseTypes.multipleInstancesOf(InvitationRow.class))
                .join()
                .stream()
                .filter(row -> row.invitationId().value().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
