package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.identity.passkey.SoftwarePasskey;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.junit.jupiter.api.Test;

/** What a thief, a look-alike or a copy of a passkey would send. */
class PasskeyFaultsTest extends PasskeyLife {

    @Test
    void anAnswerIsTakenOnce() {
        Holder holder = holder();
        Browser browser = browser();
        Map<String, String> answer = holder.passkey().signed(options(browser, "/sign-in/passkey"));
        assertThat(send(browser, "/sign-in", answer).status()).isEqualTo(303);
        refused(send(browser, "/sign-in", answer), "sent twice");
    }

    @Test
    void anAnswerIsTakenFromTheBrowserThatWasAsked() {
        Holder holder = holder();
        Map<String, String> stolen = holder.passkey().signed(options(browser(), "/sign-in/passkey"));
        refused(send(browser(), "/sign-in", stolen), "Try again");
        Browser thief = browser();
        options(thief, "/sign-in/passkey");
        refused(send(thief, "/sign-in", stolen), "Try again");
        assertThat(thief.signedIn()).isFalse();
    }

    @Test
    void whatWasSignedForALookAlikeOpensNothing() {
        Holder holder = holder();
        SoftwarePasskey passkey = holder.passkey();
        passkey.origin = "https://hiboo.evil.example";
        refused(signIn(browser(), passkey), "could not be checked");
        passkey.origin = at("").toString().replace("localhost", "localhost.evil.example");
        refused(signIn(browser(), passkey), "could not be checked");
        passkey.origin = at("").toString();
        passkey.party = "evil.example";
        refused(signIn(browser(), passkey), "could not be checked");
        passkey.party = "localhost";
        assertThat(signIn(browser(), passkey).status()).isEqualTo(303);
    }

    @Test
    void aPasskeyMadeForALookAlikeIsNotAdded() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        SoftwarePasskey foreign = passkey();
        foreign.origin = "https://hiboo.evil.example";
        SoftwarePasskey elsewhere = passkey();
        elsewhere.party = "evil.example";
        SoftwarePasskey absent = passkey();
        absent.flags = 0;
        for (SoftwarePasskey passkey : new SoftwarePasskey[] {foreign, elsewhere, absent}) {
            Map<String, String> made = passkey.made(options(browser, "/factors/passkey/options"));
            refused(send(browser, "/factors/passkey", made, "name", "x"), "could not be checked");
        }
        assertThat(factors(login)).isEmpty();
    }

    @Test
    void aChangedSignatureOrAnothersKeyOpensNothing() {
        Holder holder = holder();
        Browser browser = browser();
        Map<String, String> answer = holder.passkey().signed(options(browser, "/sign-in/passkey"));
        String signature = answer.getOrDefault("signature", "");
        answer.put(
                "signature",
                signature.substring(0, 30) + (signature.charAt(30) == 'A' ? 'B' : 'A') + signature.substring(31));
        refused(send(browser, "/sign-in", answer), "could not be checked");

        SoftwarePasskey impostor = passkey();
        Map<String, String> forged = impostor.signed(options(browser, "/sign-in/passkey"));
        forged.put("credential", holder.passkey().credential());
        forged.put("user", holder.passkey().user);
        refused(send(browser, "/sign-in", forged), "could not be checked");
        refused(signIn(browser, impostor, "user", "AAAA"), "does not know this passkey");
    }

    @Test
    void aPasskeyNamesItsOwnerAndNobodyElse() {
        Holder holder = holder();
        Holder other = holder();
        Browser browser = browser();
        for (String user : new String[] {other.passkey().user, ""}) {
            Map<String, String> answer = holder.passkey().signed(options(browser, "/sign-in/passkey"));
            answer.put("user", user);
            refused(send(browser, "/sign-in", answer), "could not be checked");
        }
    }

    @Test
    void anotherMembersPasskeyIsNoSecondFactor() {
        Holder holder = holder();
        Holder other = holder();
        Browser browser = browser();
        browser.signIn(holder.login(), PASSWORD);
        refused(secondStep(browser, other.passkey()), "belongs to another account");
        assertThat(browser.signedIn()).isFalse();
        assertThat(secondStep(browser, holder.passkey()).status()).isEqualTo(303);
    }

    @Test
    void whatWasAskedForOneOccasionAnswersNoOther() {
        Holder holder = holder();
        holder.passkey().flags = SoftwarePasskey.PRESENT | SoftwarePasskey.VERIFIED;
        Browser browser = browser();
        browser.signIn(holder.login(), PASSWORD);
        Map<String, String> second = holder.passkey().signed(options(browser, "/second-step/passkey"));
        refused(send(browser, "/sign-in", second), "Try again");
        Map<String, String> first = holder.passkey().signed(options(browser, "/sign-in/passkey"));
        refused(send(browser, "/second-step", first), "Try again");
    }

    @Test
    void aPasskeyThatCountsBackwardsIsBelievedByNobodyAnyMore() {
        Holder holder = holder();
        SoftwarePasskey passkey = holder.passkey();
        passkey.count = 7;
        assertThat(signIn(browser(), passkey).status()).isEqualTo(303);
        passkey.count = 7;
        refused(signIn(browser(), passkey), "there may be a copy");
        assertThat(factors(holder.login())).extracting(MyFactor::suspected).containsExactly(true);
        assertThat(events(holder.login())).containsOnlyOnce("identity.passkey-suspected");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                post.to(addressOf(holder.login())).getLast().subject())
                        .contains("There may be a copy of your passkey"));

        passkey.count = 9;
        refused(signIn(browser(), passkey), "there may be a copy");
        Browser browser = browser();
        browser.signIn(holder.login(), PASSWORD);
        refused(secondStep(browser, passkey), "there may be a copy");
        assertThat(browser.signedIn()).isFalse();
        assertThat(events(holder.login())).containsOnlyOnce("identity.passkey-suspected");
    }

    @Test
    void aPasskeyIsOneAccountsOnly() {
        Holder holder = holder();
        Browser browser = browser();
        String login = member();
        browser.signIn(login, PASSWORD);
        for (Browser whoever : new Browser[] {holder.browser(), browser}) {
            Map<String, String> made = holder.passkey().made(options(whoever, "/factors/passkey/options"));
            refused(send(whoever, "/factors/passkey", made, "name", "x"), "added already");
        }
        assertThat(factors(login)).isEmpty();
        assertThat(factors(holder.login())).hasSize(1);
    }

    @Test
    void nonsenseIsRefusedInWords() {
        for (String nonsense : new String[] {"", "AAAA", "\u0000", "x".repeat(20_000)})
            assertThat(browser()
                            .post("/sign-in", "credential", nonsense, "client", nonsense, "user", "AAAA")
                            .status())
                    .isIn(400, 401, 413);
    }

    private List<String> events(String login) {
        return jdbc.sql("SELECT name FROM infrastructure.event WHERE aggregate = ?")
                .param(state(login).id().toString())
                .query(String.class)
                .list();
    }

    private static void refused(Page page, String words) {
        assertThat(page.status()).as(page.text()).isIn(401, 422);
        assertThat(page.text()).contains(words);
    }
}
