package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.signin.Browser;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.identity.upstream.Issuers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a provider, or whoever stands between it and us, may send: each refused, with a page that says so. */
class HostileAnswersTest extends UpstreamLife {

    private static final String LONG = "x".repeat(300_000);

    private Elsewhere elsewhere;
    private UpstreamId upstream;
    private Member ada;
    private Browser browser;

    @BeforeEach
    void somebodyIsLinked() {
        elsewhere = new Elsewhere();
        upstream = open(elsewhere.issuer(), "Elsewhere", Elsewhere.CLIENT, Elsewhere.SECRET, false);
        ada = member();
        linked(ada, upstream, "somebody");
        browser = browser();
    }

    @AfterEach
    void closed() {
        elsewhere.close();
    }

    private Map<String, String> begun(String... more) {
        Map<String, String> asked = asked(begin(browser, upstream, more));
        elsewhere.expect(asked.get("nonce"));
        return asked;
    }

    /** Comes back with these parameters, beside the state and issuer that belong there. */
    private Page back(Map<String, String> asked, String... changes) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("state", asked.get("state"));
        answer.put("iss", elsewhere.issuer().toString());
        answer.put("code", "a-code");
        for (int i = 0; i < changes.length; i += 2)
            if (changes[i].startsWith("-")) answer.remove(changes[i].substring(1));
            else answer.put(changes[i], changes[i + 1]);
        StringBuilder query = new StringBuilder();
        answer.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return browser.open(Issuers.callback(elsewhere.issuer()) + query);
    }

    private void refused(Page page, String why, int status, String words) {
        told(page, why);
        assertThat(browser.signedIn()).isFalse();
        Page said = browser.open(page.location());
        assertThat(said.status()).isEqualTo(status);
        assertThat(said.text()).contains(words).doesNotContain("a-code", ada.login());
    }

    @Test
    void anAnswerAsItShouldBeLetsIn() {
        Map<String, String> asked = begun("continue", "/inside");
        assertThat(back(asked).location()).isEqualTo("/inside");
        assertThat(behind(browser).account()).isEqualTo(ada.id());
        assertThat(elsewhere.heard)
                .anyMatch(call -> call.startsWith("/token Basic ")
                        && call.contains("code_verifier=")
                        && call.contains("code=a-code"));
    }

    static Stream<Arguments> untrueClaims() {
        Date past = Date.from(Instant.now().minusSeconds(600));
        Date future = Date.from(Instant.now().plusSeconds(600));
        return Stream.of(
                untrue("another nonce", claims -> claims.claim("nonce", "another")),
                untrue("no nonce", claims -> claims.claim("nonce", null)),
                untrue("another audience", claims -> claims.audience("somebody-else")),
                untrue("no audience", claims -> claims.audience(List.of())),
                untrue("two audiences and no party", claims -> claims.audience(List.of(Elsewhere.CLIENT, "other"))),
                untrue("another party", claims -> claims.claim("azp", "somebody-else")),
                untrue("another issuer", claims -> claims.issuer("https://id.example")),
                untrue("no issuer", claims -> claims.issuer(null)),
                untrue("over", claims -> claims.expirationTime(past)),
                untrue("no end", claims -> claims.expirationTime(null)),
                untrue("from the future", claims -> claims.issueTime(future)),
                untrue("no subject", claims -> claims.subject(null)),
                untrue("an endless subject", claims -> claims.subject("x".repeat(256))),
                untrue("proved in the future", claims -> claims.claim("auth_time", future.getTime() / 1000)),
                untrue("proved at some time", claims -> claims.claim("auth_time", "yesterday")));
    }

    private static Arguments untrue(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untrueClaims")
    void anIdTokenThatSaysOtherwiseIsNotBelieved(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        elsewhere.says(claims -> Elsewhere.sign(change.apply(claims), elsewhere.key));
        refused(back(begun()), "untrue", 502, "it was not believed");
    }

    @Test
    void anIdTokenThatNobodySignedIsNotBelieved() {
        elsewhere.says(claims -> new PlainJWT(claims.build()).serialize());
        refused(back(begun()), "untrue", 502, "it was not believed");
    }

    /** It knows the client's secret, as we do: a MAC under it is no signature. */
    @Test
    void aMacUnderOurSecretIsNoSignature() {
        elsewhere.says(claims -> {
            try {
                SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
                jwt.sign(new MACSigner(
                        (Elsewhere.SECRET + Elsewhere.SECRET + Elsewhere.SECRET).getBytes(StandardCharsets.US_ASCII)));
                return jwt.serialize();
            } catch (JOSEException e) {
                throw new AssertionError(e);
            }
        });
        refused(back(begun()), "untrue", 502, "it was not believed");
    }

    @Test
    void aSignatureByAnotherKeyIsNotBelieved() {
        var stranger = Elsewhere.key();
        elsewhere.says(claims -> Elsewhere.sign(claims, stranger));
        refused(back(begun()), "untrue", 502, "it was not believed");
        refused(back(begun()), "untrue", 502, "it was not believed");
        elsewhere.says(claims -> {
            String token = Elsewhere.sign(claims, elsewhere.key);
            return token.substring(0, token.lastIndexOf('.') + 1)
                    + Elsewhere.sign(claims.subject("x"), elsewhere.key).replaceAll(".*\\.", "");
        });
        refused(back(begun()), "untrue", 502, "it was not believed");
    }

    @Test
    void noIdTokenIsNone() {
        elsewhere.says(claims -> "");
        refused(back(begun()), "untrue", 502, "it was not believed");
        elsewhere.says(claims -> "not.a.token");
        refused(back(begun()), "untrue", 502, "it was not believed");
    }

    @Test
    void whoDoesNotSayWhenItWasProvedIsNotEnough() {
        elsewhere.says(claims -> Elsewhere.sign(claims.claim("auth_time", null), elsewhere.key));
        refused(back(begun()), "stale", 403, "lately enough");
        elsewhere.says(claims -> Elsewhere.sign(
                claims.claim(
                        "auth_time", Instant.now().minusSeconds(91 * 86_400).getEpochSecond()),
                elsewhere.key));
        refused(back(begun()), "stale", 403, "lately enough");
    }

    /** It was asked for {@code prompt=login} and {@code max_age=0}. */
    @Test
    void whoAnswersByAnOldProofWhenAskedForANewOneIsNotEnough() {
        browser = signedIn(ada);
        Instant before = behind(browser).authenticatedAt();
        watch.forward(java.time.Duration.ofSeconds(30));
        elsewhere.says(claims -> Elsewhere.sign(
                claims.claim("auth_time", Instant.now().minusSeconds(300).getEpochSecond()), elsewhere.key));
        Page page = back(begun("again", "true", "continue", "/inside"));
        told(page, "stale&with=" + upstream + "&for=again&continue=%2Finside");
        assertThat(behind(browser).authenticatedAt()).isEqualTo(before);
        assertThat(browser.open(page.location()).text()).contains("/sign-in?again=true&amp;continue=%2Finside");
    }

    @Test
    void whoeverSaysNoIsNotAskedAgain() {
        refused(back(begun(), "-code", "", "error", "access_denied"), "declined", 403, "called it off");
        refused(back(begun(), "-code", "", "error", "server_error"), "refused", 502, "did not say who you are");
        refused(back(begun(), "-code", "", "error", "a\nb <script>"), "refused", 502, "did not say who you are");
        refused(back(begun(), "-code", ""), "refused", 502, "did not say who you are");
        elsewhere.answers(400);
        refused(back(begun()), "refused", 502, "did not say who you are");
    }

    @Test
    void anAnswerIsGoodOnce() {
        Map<String, String> asked = begun();
        String cookie = browser.cookie("hiboo-elsewhere");
        assertThat(back(asked).location()).isEqualTo("/");
        browser.post("/sign-out");
        refused(back(asked), "over", 410, "Begin again");
        assertThat(cookie).isNotEmpty();
        assertThat(elsewhere.heard)
                .filteredOn(call -> call.startsWith("/token"))
                .hasSize(1);
    }

    @Test
    void anAnswerIsGoodInTheBrowserThatAskedForIt() {
        Map<String, String> asked = begun();
        Browser asking = browser;
        browser = browser();
        refused(back(asked), "over", 410, "another browser");
        begun();
        refused(back(asked), "over", 410, "another browser");
        browser = asking;
        elsewhere.expect(asked.get("nonce"));
        refused(back(asked, "state", "guessed"), "over", 410, "another browser");
        assertThat(back(asked).location()).isEqualTo("/");
    }

    @Test
    void anAnswerThatTookTooLongIsOver() {
        Map<String, String> asked = begun();
        watch.forward(Visits.LIFETIME.plusSeconds(1));
        refused(back(asked), "over", 410, "quarter of an hour");
    }

    /** RFC 9207, and for those who do not speak it a place of their own for each (RFC 9700 §4.4). */
    @Test
    void anAnswerOfAnotherProviderIsNotTakenForThisOnes() {
        refused(back(begun(), "iss", "https://evil.example"), "untrue", 502, "it was not believed");
        refused(back(begun(), "-iss", ""), "untrue", 502, "it was not believed");
        assertThat(elsewhere.heard).noneMatch(call -> call.startsWith("/token"));
        try (Elsewhere other = new Elsewhere()) {
            open(other.issuer(), "Other", Elsewhere.CLIENT, Elsewhere.SECRET, false);
            Map<String, String> asked = begun();
            Page page = browser.open(Issuers.callback(other.issuer()) + "?code=a-code&state=" + asked.get("state"));
            refused(page, "untrue", 502, "it was not believed");
            assertThat(other.heard).noneMatch(call -> call.startsWith("/token"));
        }
    }

    @Test
    void whoDoesNotNameThemselvesMayLeaveItOut() {
        elsewhere.metadata.remove("authorization_response_iss_parameter_supported");
        elsewhere.metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        assertThat(back(begun(), "-iss", "").location()).isEqualTo("/");
        assertThat(elsewhere.heard)
                .anyMatch(call -> call.startsWith("/token null ") && call.contains("client_secret="));
    }

    @Test
    void aProviderThatIsDownSaysNothing() {
        Map<String, String> asked = begun();
        elsewhere.close();
        refused(back(asked), "unreachable", 502, "No answer can be had");
        Elsewhere other = new Elsewhere();
        UpstreamId gone = open(other.issuer(), "Gone", Elsewhere.CLIENT, Elsewhere.SECRET, false);
        other.close();
        Page page = browser.post("/sign-in/elsewhere", "with", gone.toString());
        refused(page, "unreachable", 502, "No answer can be had from Gone");
    }

    @Test
    void aProviderThatSaysItIsAnotherIsNotGoneTo() {
        elsewhere.metadata.put("issuer", "https://evil.example");
        refused(begin(browser, upstream), "untrue", 502, "it was not believed");
        elsewhere.metadata.put("issuer", elsewhere.issuer().toString());
        elsewhere.metadata.put("authorization_endpoint", "http://id.example/authorize");
        refused(begin(browser, upstream), "untrue", 502, "it was not believed");
        elsewhere.metadata.put("authorization_endpoint", "javascript:alert(1)");
        refused(begin(browser, upstream), "untrue", 502, "it was not believed");
        elsewhere.metadata.put("much", LONG);
        refused(begin(browser, upstream), "unreachable", 502, "No answer can be had");
    }

    @Test
    void whatIsSaidOfASecondFactorCountsWhereTrusted() {
        for (UnaryOperator<JWTClaimsSet.Builder> said : List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                claims -> claims.claim("amr", List.of("pwd", "mfa")),
                claims -> claims.claim("acr", "https://refeds.org/profile/mfa"))) {
            elsewhere.says(claims -> Elsewhere.sign(said.apply(claims), elsewhere.key));
            commands.send(new ChangeUpstream(upstream, "Elsewhere", null, false), ADMIN);
            back(begun());
            assertThat(behind(browser).methods()).containsExactly(SignedIn.ELSEWHERE);
            commands.send(new ChangeUpstream(upstream, "Elsewhere", null, true), ADMIN);
            back(begun());
            assertThat(behind(browser).methods()).containsExactly(SignedIn.ELSEWHERE, SignedIn.ELSEWHERE_MULTIPLE);
        }
    }

    @Test
    void whoeverBeginsAgainAndAgainWaits() {
        Page page = begin(browser, upstream);
        for (int i = 0; i < 90 && !page.location().contains("why="); i++) page = begin(browser, upstream);
        refused(page, "throttled", 429, "Too many sign-ins");
        jdbc.sql("DELETE FROM identity.attempt").update();
    }

    @Test
    void aPageOfSomebodyElsesBeginsNothing() {
        Page page =
                browser.post("/sign-in/elsewhere", "https://evil.example", new String[] {"with", upstream.toString()});
        assertThat(page.status()).isEqualTo(403);
        told(browser.post("/sign-in/elsewhere", "with", "nobody"), "closed");
    }
}
