package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.credential.Passwords;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NewAccountsTest extends AccountLife {

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

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
