package org.acides.hiboo.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.profile.ProfileLife;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasswordsTest extends ProfileLife {

    private static final String GOOD = "otters hold hands asleep";

    @Autowired
    Passwords passwords;

    @Autowired
    WellKnown wellKnown;

    @Autowired
    JdbcClient jdbc;

    private void refused(String password, String code, String... personal) {
        assertThatThrownBy(() -> passwords.requireGood(password, personal))
                .as(password.length() > 100 ? "long" : password)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @Test
    void aPasswordHasTenToAThousandCharactersOfAnyKind() {
        refused("", "password.too-short");
        refused("ninechars", "password.too-short");
        refused("🦦🦦🦦🦦🦦🦦🦦🦦🦦", "password.too-short");
        refused("ab🦦".repeat(334), "password.too-long");
        refused("a".repeat(1_000_000), "password.too-long");
        for (String good :
                List.of(GOOD, "Passw0rd-0001", "tenletters", "żółć gęślą jaźń", "' OR 1=1; --", "<b>otter</b>"))
            assertThatCode(() -> passwords.requireGood(good, "ada", "ada@example.org"))
                    .doesNotThrowAnyException();
    }

    @Test
    void aWellKnownPasswordIsRefused() {
        assertThat(wellKnown.size()).isGreaterThan(10_000);
        for (String known : List.of(
                "password123",
                "PassWord123",
                "1234567890",
                "qwertyuiop",
                "q1w2e3r4t5y6",
                "dragondragon",
                "aaaaaaaaaa",
                "ababababab",
                "abcdefghijkl",
                "9876543210",
                "2345678901",
                "ｐａｓｓｗｏｒｄ１２３")) refused(known, "password.well-known");
    }

    @Test
    void aPasswordIsNotMadeOfOnesOwnNames() {
        for (String own : List.of(
                "adalovelace",
                "AdaLovelace",
                "adalovelace1815",
                "!!adalovelace!!",
                "ecalevolada",
                "adalovelaceadalovelace",
                "ada.l@example.org",
                "example.org",
                "1example.org!")) refused(own, "password.well-known", "AdaLovelace", "ada.l@example.org");
    }

    @Test
    void aPasswordMatchesItselfAndNothingElse() {
        AccountId account = AccountId.random();
        passwords.set(account, "Żółć otters 🦦 hold");
        assertThat(passwords.matches(account, "Żółć otters 🦦 hold")).isTrue();
        assertThat(passwords.matches(
                        account, java.text.Normalizer.normalize("Żółć otters 🦦 hold", java.text.Normalizer.Form.NFD)))
                .as("typed on another keyboard")
                .isTrue();
        for (String wrong : List.of("", "żółć otters 🦦 hold", "Żółć otters 🦦 hold ", "x".repeat(1_000_000)))
            assertThat(passwords.matches(account, wrong)).isFalse();
        assertThat(passwords.matches(null, GOOD)).isFalse();
        assertThat(passwords.matches(AccountId.random(), GOOD)).isFalse();
        passwords.set(account, GOOD);
        assertThat(passwords.matches(account, GOOD)).isTrue();
    }

    @Test
    void aHashSaysHowItWasMadeAndIsMadeAnewAtSignIn() {
        AccountId account = AccountId.random();
        passwords.store(account, new Hashing(new HashingCost(7_168, 1, 1)).hash(GOOD));
        assertThat(stored(account)).startsWith("$argon2id$v=19$m=7168,t=1,p=1$");
        assertThat(passwords.matches(account, "something else")).isFalse();
        assertThat(stored(account)).startsWith("$argon2id$v=19$m=7168,t=1,p=1$");
        assertThat(passwords.matches(account, GOOD)).isTrue();
        assertThat(stored(account)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        String renewed = stored(account);
        assertThat(passwords.matches(account, GOOD)).isTrue();
        assertThat(stored(account)).isEqualTo(renewed);
    }

    @Test
    void anUnknownAccountTakesAsLongAsAWrongPassword() {
        AccountId account = AccountId.random();
        passwords.set(account, GOOD);
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            known.add(nanos(() -> passwords.matches(account, "something else")));
            unknown.add(nanos(() -> passwords.matches(null, "something else")));
        }
        double ratio = (double) median(unknown) / median(known);
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    private String stored(AccountId account) {
        return jdbc.sql("SELECT hash FROM identity.password WHERE account_id = ?")
                .param(account.value())
                .query(String.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long nanos(Runnable run) {
        long start = System.nanoTime();
        run.run();
        return System.nanoTime() - start;
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
