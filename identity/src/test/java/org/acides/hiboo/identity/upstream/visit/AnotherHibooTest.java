package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.api.commands.CloseUpstream;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.IssuedSecret;
import org.acides.hiboo.identity.api.commands.OpenUpstream;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.signin.Browser;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.identity.upstream.Issuers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in by another Hiboo: this very one, where somebody else is at home in another browser. */
class AnotherHibooTest extends UpstreamLife {

    private static final String NEW_BROWSER = "Un nouveau navigateur";

    private static @org.jspecify.annotations.Nullable UpstreamId known;
    private static @org.jspecify.annotations.Nullable ServiceRef client;

    private UpstreamId neighbour;
    private Member there;
    private Browser thereBrowser;
    private Member here;

    @BeforeEach
    void twoCommunities() {
        if (known == null) meet("the-neighbours");
        neighbour = known;
        commands.send(new OpenUpstream(neighbour), ADMIN);
        commands.send(new ChangeUpstream(neighbour, "the neighbours", null, false), ADMIN);
        there = atHomeThere();
        thereBrowser = signedIn(there);
        here = member();
    }

    private void meet(String clientId) {
        client = service(ProfilePolicy.OPEN, 5);
        OidcClient configured = new OidcClient(
                clientId,
                List.of(URI.create(ISSUER + Issuers.callback(ISSUER))),
                List.of(),
                Set.of("client_secret_basic"),
                Set.of("authorization_code"),
                Set.of("openid"),
                "ES256",
                "",
                true,
                null,
                null,
                false);
        catalogue.publish(new OidcClientConfigured(new ServiceId(client.value()), configured, clock.instant()));
        IssuedSecret secret = commands.send(new IssueClientSecret(client, Duration.ZERO), ADMIN);
        known = open(ISSUER, "the neighbours", clientId, secret.secret(), false);
    }

    private Member atHomeThere() {
        Member member = member();
        choices.remember(member.id(), client, create(member.id(), client, name()));
        return member;
    }

    /** Goes where the neighbours lead, proves there who one is if asked, and comes back with their answer. */
    private String answer(Page begun) {
        String next = begun.location().substring(ISSUER.toString().length());
        for (int i = 0; i < 5 && !next.startsWith(Issuers.callback(ISSUER)); i++) {
            Page page = next.startsWith("/sign-in?")
                    ? thereBrowser.signIn(there.login(), PASSWORD, "again", "true", "continue", onward(next))
                    : thereBrowser.open(next);
            assertThat(page.status()).as(next + " " + page.text()).isEqualTo(303);
            next = page.location().replace(ISSUER.toString(), "");
        }
        return next;
    }

    private static String onward(String address) {
        return org.acides.hiboo.identity.oidc.authorization.Browser.arrival(address)
                .get("continue");
    }

    private void link() {
        Browser browser = signedIn(here);
        Page begun = browser.post("/factors/elsewhere", "with", neighbour.toString());
        assertThat(browser.open(answer(begun)).location()).isEqualTo("/sessions");
    }

    private Browser enter() {
        Browser browser = browser();
        assertThat(browser.open(answer(begin(browser, neighbour))).location()).isEqualTo("/");
        return browser;
    }

    private Stream<String> letters(String subject) {
        return post.to(here.address()).stream()
                .map(letter -> letter.subject())
                .filter(each -> each.startsWith(subject));
    }

    @Test
    void aMemberLinksAnIdentityAndSignsInByIt() {
        Browser browser = signedIn(here);
        assertThat(browser.open("/factors/elsewhere?with=" + neighbour).text())
                .contains("Link your identity at the neighbours");
        Page begun = browser.post("/factors/elsewhere", "with", neighbour.toString(), "continue", "/sessions");
        assertThat(asked(begun)).containsEntry("prompt", "login").containsEntry("max_age", "0");
        assertThat(browser.open(answer(begun)).location()).isEqualTo("/sessions");
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertThat(letters("Une identité d’ailleurs")).hasSize(1));

        Browser fresh = browser();
        assertThat(fresh.open("/sign-in?continue=/inside").text()).contains("With the neighbours");
        Page asked = begin(fresh, neighbour, "continue", "/inside");
        assertThat(asked(asked))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid")
                .containsKeys("state", "nonce", "code_challenge", "max_age")
                .doesNotContainKeys("prompt", "acr_values", "login_hint");
        String before = fresh.cookie("hiboo-elsewhere");
        assertThat(fresh.open(answer(asked)).location()).isEqualTo("/inside");
        assertThat(before).hasSize(43);
        assertThat(fresh.cookie("hiboo-elsewhere")).isEmpty();
        assertThat(behind(fresh).account()).isEqualTo(here.id());
        assertThat(behind(fresh).methods()).containsExactly(SignedIn.ELSEWHERE);
        assertThat(letters(NEW_BROWSER)).hasSize(2);
    }

    @Test
    void anIdentityThatNobodyLinkedOpensNothingAndTellsNothing() {
        int accounts = count("identity.account");
        Browser browser = browser();
        Page page = browser.open(answer(begin(browser, neighbour, "continue", "/inside")));
        told(page, "unlinked&with=" + neighbour + "&continue=%2Finside");
        assertThat(browser.signedIn()).isFalse();
        Page said = browser.open(page.location());
        assertThat(said.status()).isEqualTo(403);
        assertThat(said.text())
                .contains("No account is linked yet", "Sign in and link it", "%2Ffactors%2Felsewhere")
                .doesNotContain(there.login(), here.login());
        assertThat(browser.speaking("fr").open(page.location()).text()).contains("Aucun compte n’est encore lié");
        assertThat(count("identity.account")).isEqualTo(accounts);
    }

    @Test
    void theAccountsOwnFactorIsAskedForAllTheSame() {
        link();
        factor(here);
        commands.send(new ChangeUpstream(neighbour, "the neighbours", null, true), ADMIN);
        provedTwiceThere();
        Browser browser = browser();
        assertThat(browser.open(answer(begin(browser, neighbour, "continue", "/inside")))
                        .location())
                .isEqualTo("/second-step?continue=%2Finside");
        assertThat(browser.signedIn()).isFalse();
        assertThat(browser.open("/second-step").text()).contains("You are known elsewhere");
    }

    @Test
    void aRoleTakesEffectByAFactorOfOurOwnAlone() {
        link();
        commands.send(new GrantRole(here.id(), Role.AUDITOR), ADMIN);
        commands.send(new ChangeUpstream(neighbour, "the neighbours", null, true), ADMIN);
        provedTwiceThere();
        Browser browser = browser();
        assertThat(browser.open(answer(begin(browser, neighbour))).location()).isEqualTo("/factors/authenticator");
        assertThat(behind(browser).methods()).contains(SignedIn.ELSEWHERE_MULTIPLE);
        assertThat(behind(browser).roles()).containsExactly(Role.MEMBER);
    }

    @Test
    void theirSecondFactorCountsWhereAnAdminTrustsIt() {
        link();
        provedTwiceThere();
        assertThat(behind(enter()).methods()).containsExactly(SignedIn.ELSEWHERE);
        commands.send(new ChangeUpstream(neighbour, "the neighbours", null, true), ADMIN);
        Browser browser = browser();
        Page begun = begin(browser, neighbour);
        assertThat(asked(begun)).containsEntry("acr_values", "urn:hiboo:acr:mfa");
        browser.open(answer(begun));
        assertThat(behind(browser).methods()).containsExactly(SignedIn.ELSEWHERE, SignedIn.ELSEWHERE_MULTIPLE);
    }

    @Test
    void aBlockedAccountStaysBlocked() {
        link();
        commands.send(new BlockAccount(here.id(), "because"), ADMIN);
        Browser browser = browser();
        told(browser.open(answer(begin(browser, neighbour))), "blocked");
        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void whatTheyProvedLongAgoThereIsNotProvedJustNowHere() {
        link();
        Instant proved = behind(thereBrowser).authenticatedAt();
        watch.forward(Duration.ofHours(2));
        Browser browser = enter();
        assertThat(behind(browser).authenticatedAt()).isEqualTo(proved);
        assertThat(browser.open(app.address("max_age", "3600")).location()).startsWith("/sign-in?");
        assertThat(browser.open("/factors/elsewhere?with=" + neighbour).location())
                .startsWith("/sign-in?again=true");
    }

    @Test
    void anApplicationThatWantsItProvedAfreshHasItProvedThere() {
        link();
        choices.remember(here.id(), app.service(), create(here.id(), app.service(), name()));
        Browser browser = enter();
        watch.forward(Duration.ofMinutes(5));
        String cookie = browser.cookie("hiboo");
        Instant before = behind(browser).authenticatedAt();
        Page page = browser.open(app.address("prompt", "login"));
        assertThat(page.location()).startsWith("/sign-in?").contains("again=true");
        Page begun = begin(browser, neighbour, "again", "true", "continue", onward(page.location()));
        assertThat(asked(begun)).containsEntry("prompt", "login").containsEntry("max_age", "0");
        Page back = browser.open(answer(begun));
        assertThat(back.location()).startsWith("/oauth2/authorize?");
        assertThat(browser.open(back.location()).location()).startsWith(Application.REDIRECT + "?code=");
        assertThat(browser.cookie("hiboo")).isEqualTo(cookie);
        assertThat(behind(browser).authenticatedAt()).isAfter(before.plusSeconds(200));
    }

    @Test
    void anIdentityOpensOneAccountAndAnAccountHasOneIdentity() {
        link();
        Browser another = signedIn(member());
        Page begun = another.post("/factors/elsewhere", "with", neighbour.toString());
        told(another.open(answer(begun)), "taken");

        there = atHomeThere();
        thereBrowser = signedIn(there);
        Browser same = signedIn(here);
        begun = same.post("/factors/elsewhere", "with", neighbour.toString());
        told(same.open(answer(begun)), "another");
    }

    @Test
    void theSessionThatAskedForALinkIsTheOneThatGetsIt() {
        Browser browser = signedIn(here);
        Page begun = browser.post("/factors/elsewhere", "with", neighbour.toString());
        String answer = answer(begun);
        browser.post("/sign-out");
        browser.signIn(member().login(), PASSWORD);
        assertThat(browser.open(answer).location()).startsWith("/sign-in?again=true");
        assertThat(count("identity.upstream_link WHERE account_id = '" + here.id() + "'"))
                .isZero();
        assertThat(browser().open("/factors/elsewhere?with=" + neighbour).location())
                .startsWith("/sign-in?again=true");
    }

    @Test
    void aClosedDoorLetsNobodyIn() {
        link();
        Browser browser = browser();
        String answer = answer(begin(browser, neighbour));
        commands.send(new CloseUpstream(neighbour), ADMIN);
        assertThat(browser.open("/sign-in").text()).doesNotContain("the neighbours");
        told(browser.open(answer), "closed");
        told(begin(browser, neighbour), "closed");
        assertThat(browser.signedIn()).isFalse();
    }

    private void provedTwiceThere() {
        jdbc.sql("UPDATE identity.session SET methods = '{pwd,otp,mfa}' WHERE account_id = ?")
                .param(there.id().value())
                .update();
    }

    private void factor(Member who) {
        jdbc.sql("INSERT INTO identity.factor (factor_id, account_id, kind, enrolled_at)"
                        + " VALUES (gen_random_uuid(), ?, 'TOTP', now())")
                .param(who.id().value())
                .update();
    }

    private int count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Integer.class).single();
    }
}
