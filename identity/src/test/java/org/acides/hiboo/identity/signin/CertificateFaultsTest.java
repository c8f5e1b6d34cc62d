package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.RemoveFactor;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.infrastructure.signing.HeldCertificate;
import org.acides.hiboo.infrastructure.test.Staff;
import org.junit.jupiter.api.Test;

/** What somebody would send who has no certificate of the member's, or no right to use it any more. */
class CertificateFaultsTest extends CertificateLife {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void whoeverIsNoTrustedProxyCannotSayThatABrowserShowedOne() {
        Owner owner = owner();
        Browser thief = besideTheProxy().showing(owner.held().asByteSequence());
        assertThat(thief.signIn(owner.login(), PASSWORD).location()).isEqualTo("/second-step");
        assertThat(thief.open("/second-step").text()).contains("Your browser showed no certificate");
        refused(use(thief), "Your browser showed no certificate");
        assertThat(thief.signedIn()).isFalse();

        String login = member();
        Browser victim = besideTheProxy().showing(HeldCertificate.named("x").asByteSequence());
        victim.signIn(login, PASSWORD);
        assertThat(add(victim, "card").status()).isEqualTo(401);
        assertThat(factors(login)).isEmpty();
    }

    @Test
    void anUnknownCertificateAndAnotherMembersOpenNothing() {
        Owner owner = owner();
        HeldCertificate impostor = HeldCertificate.named("Ada " + owner.login());
        refused(use(knowing(owner.login(), impostor.asByteSequence())), "does not know this certificate");
        refused(use(knowing(owner.login(), owner().held().asByteSequence())), "does not know this certificate");
        refused(use(knowing(owner.login(), "nonsense")), "Your browser showed no certificate");
    }

    @Test
    void anExpiredOneOpensNothingAndARenewedOneOfTheSameKeyDoes() {
        Owner owner = owner();
        Instant now = Instant.now();
        KeyPair pair = owner.held().pair();
        HeldCertificate expired = HeldCertificate.of(pair, "Ada", now.minus(DAY), now.minusSeconds(60));
        HeldCertificate early = HeldCertificate.of(pair, "Ada", now.plusSeconds(60), now.plus(DAY));
        HeldCertificate renewed = HeldCertificate.of(pair, "Countess", now.minusSeconds(60), now.plus(DAY));
        for (HeldCertificate not : List.of(expired, early))
            refused(use(knowing(owner.login(), not.asByteSequence())), "has expired, or is not valid yet");
        assertThat(use(knowing(owner.login(), renewed.asByteSequence())).location())
                .isEqualTo("/");

        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        KeyPair other = HeldCertificate.keys(2048);
        browser.showing(HeldCertificate.of(other, "Ada", now.minus(DAY), now.minusSeconds(60))
                .asByteSequence());
        assertThat(add(browser, "card").status()).isEqualTo(401);
        assertThat(factors(login)).isEmpty();
    }

    @Test
    void aWeakKeyIsNotAdded() {
        String login = member();
        Instant now = Instant.now();
        Browser browser = browser()
                .showing(HeldCertificate.of(HeldCertificate.keys(1024), "Ada", now.minus(DAY), now.plus(DAY))
                        .asByteSequence());
        browser.signIn(login, PASSWORD);
        Page page = add(browser, "card");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("is too short");
        assertThat(factors(login)).isEmpty();
    }

    @Test
    void aRemovedOneOpensNothingNotEvenForWhoeverIsWaiting() {
        Owner owner = owner();
        phoneOf(owner);
        Browser waiting = knowing(owner.login(), owner.held().asByteSequence());
        SignedIn who = who(owner.browser());
        commands.send(
                new RemoveFactor(
                        who.account(),
                        who.session(),
                        factors(owner.login()).getFirst().factorId()),
                who.asMember());
        refused(use(waiting), "does not know this certificate");
        assertThat(waiting.open("/second-step").text()).doesNotContain("name=\"certificate\"");
    }

    @Test
    void oneKeyIsOneMembersWhoeverComesAtTheSameTime() throws Exception {
        HeldCertificate held = HeldCertificate.named("Ada");
        List<String> logins = List.of(member(), member());
        List<Callable<Integer>> both = logins.stream()
                .map(login -> {
                    Browser browser = browser().showing(held.asByteSequence());
                    browser.signIn(login, PASSWORD);
                    return (Callable<Integer>) () -> add(browser, "card").status();
                })
                .toList();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Integer> answers = pool.invokeAll(both).stream()
                    .map(CertificateFaultsTest::answer)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(303, 422);
        }
        assertThat(logins.stream().mapToInt(login -> factors(login).size()).sum())
                .as("the refused one is rolled back, event and all")
                .isOne();
    }

    @Test
    void aBlockedMembersOpensNothing() {
        Owner owner = owner();
        Browser browser = knowing(owner.login(), owner.held().asByteSequence());
        commands.send(new BlockAccount(state(owner.login()).id(), "because"), Staff.ADMIN);
        assertThat(use(browser).location()).isEqualTo("/sign-in");
        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void whoeverGuessesCodesHoldsUpNoCertificate() {
        Owner owner = owner();
        Browser guesser = knowing(owner.login(), "");
        int tries = 0;
        while (guesser.post("/second-step", "code", "000000").status() != 429)
            assertThat(++tries).isLessThan(50);
        assertThat(use(knowing(owner.login(), owner.held().asByteSequence())).location())
                .isEqualTo("/");
    }

    @Test
    void anotherSitesPageCannotUseIt() {
        Owner owner = owner();
        Browser browser = knowing(owner.login(), owner.held().asByteSequence());
        Page page = browser.post("/second-step", "https://evil.example", new String[] {"certificate", "shown"});
        assertThat(page.status()).isEqualTo(403);
    }

    private void phoneOf(Owner owner) {
        enrol(owner.browser(), owner.login());
        AccountId account = state(owner.login()).id();
        assertThat(jdbc.sql("SELECT count(*) FROM identity.factor WHERE account_id = ?")
                        .param(account.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static int answer(Future<Integer> status) {
        try {
            return status.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(Page page, String words) {
        assertThat(page.status()).as(page.text()).isEqualTo(401);
        assertThat(page.text()).contains(words);
    }
}
