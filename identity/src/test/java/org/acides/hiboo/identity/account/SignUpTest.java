package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.IssueInvitation;
import org.acides.hiboo.identity.api.commands.WithdrawInvitation;
import org.acides.hiboo.identity.api.queries.FindInvitations;
import org.acides.hiboo.identity.api.queries.InvitationRow;
import org.acides.hiboo.identity.credential.PasswordHash;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.infrastructure.api.Actor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignUpTest extends AccountLife {

    private static final String MEGABYTE = "a".repeat(1_000_000);
    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE identity.account; --",
            "<script>alert(1)</script>",
            "a\u0000b",
            "Robert\"); --",
            "\u202Emoderator",
            "a\r\nBcc: x@y",
            "${jndi:ldap://x}");

    @Autowired
    Passwords passwords;

    @Autowired
    Invitations invitations;

    @Autowired
    FirstAdminLink firstAdmin;

    @Autowired
    QueryGateway queries;

    @Test
    void whoSignsUpHasAnUnprovedAccountWithTheTermsAccepted() {
        String login = name();
        AccountId id = registration.register(applicant("  " + login + " ", "Some.Body@Example.org ", null));
        assertThat(accounts.find(id))
                .contains(new AccountState(
                        id, login, "Some.Body@Example.org", "fr", false, false, Set.of(Role.MEMBER), "1"));
        assertThat(passwords.matches(id, PASSWORD)).isTrue();
        registration.verifyEmail(id);
        registration.verifyEmail(id);
        registration.acceptTerms(id, "2");
        AccountState state = accounts.find(id).orElseThrow();
        assertThat(state.verified()).isTrue();
        assertThat(state.terms()).isEqualTo("2");
    }

    @Test
    void anAccountIsFoundByNameAndAddressWithoutRegardToCase() {
        String login = name();
        String email = name() + "@example.org";
        AccountId id = registration.register(applicant(login, email, null));
        assertThat(accounts.byLoginName(" " + login.toUpperCase(java.util.Locale.ROOT)))
                .get()
                .extracting(AccountState::id)
                .isEqualTo(id);
        assertThat(accounts.byEmail(email.toUpperCase(java.util.Locale.ROOT) + "\t"))
                .get()
                .extracting(AccountState::id)
                .isEqualTo(id);
        assertThat(accounts.byLoginName(MEGABYTE)).isEmpty();
        assertThat(accounts.byEmail(MEGABYTE)).isEmpty();
    }

    @Test
    void aLoginNameAndItsLookAlikesAreOnePersons() {
        registration.register(applicant("Modern.Times", name() + "@example.org", null));
        refused(() -> register("modern.times"), "login-name.taken");
        refused(() -> register("modem.times"), "login-name.taken");
        refused(() -> register("ｍodern.times"), "login-name.taken");
    }

    @Test
    void anAddressIsOnePersons() {
        String email = name() + "@example.org";
        registration.register(applicant(name(), email, null));
        refused(
                () -> registration.register(applicant(name(), email.toUpperCase(java.util.Locale.ROOT), null)),
                "email.taken");
    }

    @Test
    void ofTenWhoRaceForOneLoginNameOneWinsAndTheOthersAreTold() throws Exception {
        String login = name();
        List<String> outcomes = race(10, () -> register(login));
        assertThat(outcomes.stream().filter("done"::equals)).hasSize(1);
        assertThat(outcomes.stream().filter("login-name.taken"::equals)).hasSize(9);
    }

    @Test
    void aRefusedSignUpLeavesNothingBehind() {
        String login = name();
        register(login);
        long passwordsBefore = count("identity.password");
        long eventsBefore = count("infrastructure.event");
        refused(() -> register(login), "login-name.taken");
        assertThat(count("identity.password")).isEqualTo(passwordsBefore);
        assertThat(count("infrastructure.event")).isEqualTo(eventsBefore);
    }

    @Test
    void malformedFieldsAreNamed() {
        String email = name() + "@example.org";
        refused(() -> register("ab"), "login-name.too-short");
        refused(() -> register("a".repeat(31)), "login-name.too-long");
        refused(() -> register(MEGABYTE), "login-name.too-long");
        for (String bad : List.of("a@b", "a b c", ".abc", "abc.", "a..b", "раypal", "аdmіn-x"))
            refused(() -> register(bad), "login-name.malformed");
        for (String bad : List.of(
                "",
                "x",
                "@",
                "x@",
                "@x",
                "a@b@c",
                "a b@c.org",
                ".a@b.org",
                "a..b@c.org",
                "a@-b.org",
                "a@b..org",
                "\"a\"@b.org",
                "a@[127.0.0.1]",
                "a".repeat(65) + "@b.org",
                MEGABYTE,
                MEGABYTE + "@b.org"))
            refused(() -> registration.register(applicant(name(), bad, null)), "email.malformed");
        refused(
                () -> registration.register(new Registration.Applicant(name(), email, MEGABYTE, "fr", "1", null)),
                "password.too-long");
        refused(
                () -> registration.register(new Registration.Applicant(name(), email, PASSWORD, "fr", MEGABYTE, null)),
                "terms.malformed");
        refused(
                () -> registration.register(new Registration.Applicant(name(), email, "short", "fr", "1", null)),
                "password.too-short");
        refused(() -> registration.register(applicant(name(), email, MEGABYTE)), "invitation.unknown");
        registration.register(new Registration.Applicant(name(), email, PASSWORD, MEGABYTE, "1", null));
    }

    @Test
    void hostileTextIsTextOrRefused() {
        for (String hostile : HOSTILE) {
            refused(() -> register(hostile), hostile.length() > 30 ? "login-name.too-long" : "login-name.malformed");
            refused(() -> registration.register(applicant(name(), hostile, null)), "email.malformed");
            refused(
                    () -> registration.register(applicant(name(), name() + "@example.org", hostile)),
                    "invitation.unknown");
            assertThat(accounts.byLoginName(hostile)).isEmpty();
            assertThat(accounts.byEmail(hostile + "@example.org")).isEmpty();
            String password = hostile + PASSWORD + "\u0001";
            AccountId id = registration.register(new Registration.Applicant(
                    name(), name() + "@example.org", password, hostile, hostile.replaceAll("\\p{Cntrl}", ""), null));
            assertThat(passwords.matches(id, password)).isTrue();
            assertThat(passwords.matches(id, password.strip() + "x")).isFalse();
        }
    }

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

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
