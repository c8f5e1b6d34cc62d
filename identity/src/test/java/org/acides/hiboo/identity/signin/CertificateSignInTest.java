package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.RenameFactor;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.infrastructure.signing.HeldCertificate;
import org.junit.jupiter.api.Test;

/** What members do with the certificates that their browsers show. */
class CertificateSignInTest extends CertificateLife {

    @Test
    void afterThePasswordACertificateLetsInAndNoLookAlikeHasAnyUseOfIt() {
        Owner owner = owner();
        assertThat(methods(owner.browser())).containsExactly("pwd", "swk", "mfa");
        for (String form :
                new String[] {owner.held().asByteSequence(), owner.held().asEscapedPem()}) {
            Browser browser = knowing(owner.login(), form);
            Page step = browser.open("/second-step?continue=%2Finside");
            assertThat(step.text())
                    .contains("name=\"certificate\"", "Use my certificate", "One of your recovery codes")
                    .doesNotContain("<script", "Your browser showed no certificate")
                    .hasSizeLessThan(30_000);
            assertThat(use(browser, "continue", "/inside").location()).isEqualTo("/inside");
            assertThat(methods(browser)).containsExactly("pwd", "swk", "mfa");
        }
        assertThat(factors(owner.login()).getFirst().lastUsedAt()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void aCertificateAloneLetsNobodyIn() {
        Owner owner = owner();
        Browser browser = browser().showing(owner.held().asByteSequence());
        assertThat(use(browser).location()).isEqualTo("/sign-in");
        assertThat(browser.signIn(owner.login(), "wrong").status()).isEqualTo(401);
        assertThat(use(browser).location()).isEqualTo("/sign-in");
        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void whoeverHasOneAndDoesNotShowItIsToldHowAndMayUseARecoveryCode() {
        Owner owner = owner();
        String code = recoveryCodes(owner.browser()).getFirst();
        Browser browser = knowing(owner.login(), "");
        assertThat(browser.open("/second-step").text())
                .contains("Your browser showed no certificate")
                .doesNotContain("name=\"certificate\"");
        assertThat(use(browser).status()).isEqualTo(401);
        assertThat(browser.post("/second-step", "code", code).location()).isEqualTo("/");
    }

    @Test
    void whatItIsMadeOutToIsShownToItsHolderAndOfferedAsAName() {
        String login = member();
        HeldCertificate held = HeldCertificate.named("Ada <Lovelace>");
        Browser browser = browser().showing(held.asByteSequence());
        browser.signIn(login, PASSWORD);
        assertThat(browser.open(CertificatePage.PATH + "?lang=fr").text())
                .contains("Ajouter un certificat client", "value=\"Ada &lt;Lovelace&gt;\"")
                .doesNotContain("<script")
                .hasSizeLessThan(30_000);
        assertThat(add(browser, " ").status()).isEqualTo(422);
        assertThat(add(browser, "card").location()).isEqualTo("/factors/recovery-codes");
        MyFactor factor = factors(login).getFirst();
        assertThat(factor.kind()).isEqualTo(FactorKind.CERTIFICATE);
        assertThat(factor.name()).isEqualTo("card");
        assertThat(factor.lastUsedAt()).isNull();
    }

    @Test
    void whatIsKeptTellsNobodyWhoseCertificateItIs() throws Exception {
        Owner owner = owner();
        byte[] key = owner.held().certificate().getPublicKey().getEncoded();
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(key);
        String hex = java.util.HexFormat.of().formatHex(digest);
        String stored = String.join(
                "\n",
                jdbc.sql("SELECT to_jsonb(c)::text FROM identity.certificate c UNION ALL SELECT payload::text FROM"
                                + " infrastructure.event")
                        .query(String.class)
                        .list());
        assertThat(stored)
                .contains(state(owner.login()).id().toString())
                .doesNotContain("Ada " + owner.login(), hex, "\"card\"");
    }

    @Test
    void anOpenBrowserIsNotEnoughToAddOrRenameOne() {
        Owner owner = owner();
        jdbc.sql("UPDATE identity.session SET authenticated_at = now() - interval '11 minutes' WHERE account_id = ?")
                .param(state(owner.login()).id().value())
                .update();
        assertThat(owner.browser().open(CertificatePage.PATH).location())
                .startsWith("/sign-in?again=true&continue=%2Ffactors%2Fcertificate");
        assertThat(add(owner.browser(), "x").location()).startsWith("/sign-in?again=true");
        SignedIn who = who(owner.browser());
        RenameFactor rename = new RenameFactor(
                who.account(), who.session(), factors(owner.login()).getFirst().factorId(), new FactorName("old card"));
        assertThatThrownBy(() -> commands.send(rename, who.asMember())).hasMessage("authentication.stale");

        owner.browser().signIn(owner.login(), PASSWORD, "again", "true");
        use(owner.browser());
        commands.send(rename, who.asMember());
        assertThat(factors(owner.login())).extracting(MyFactor::name).containsExactly("old card");
    }

    @Test
    void somebodySignedInByACodeIsAskedForTheirCertificateAlone() {
        Phone phone = phone();
        HeldCertificate held = HeldCertificate.named("Ada");
        assertThat(add(phone.browser().showing(held.asByteSequence()), "card").status())
                .isEqualTo(303);
        forgetUsedCodes(phone.login());
        Browser browser = browser();
        browser.signIn(phone.login(), PASSWORD);
        browser.post("/second-step", "code", phone.code());
        assertThat(methods(browser)).containsExactly("pwd", "otp", "mfa");
        browser.showing(held.asEscapedPem());
        assertThat(browser.open("/second-step").text())
                .contains("nothing less than a passkey or a certificate")
                .doesNotContain("name=\"code\"");
        assertThat(use(browser, "continue", "/inside").location()).isEqualTo("/inside");
        assertThat(methods(browser)).containsExactly("pwd", "otp", "mfa", "swk");
    }

    @Test
    void theMemberHearsOfIt() {
        Owner owner = owner();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(post.to(addressOf(owner.login())))
                        .anyMatch(letter -> letter.subject().contains("A client certificate was added")));
    }
}
