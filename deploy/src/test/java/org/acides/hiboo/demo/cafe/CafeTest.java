package org.acides.hiboo.demo.cafe;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CafeTest {

    private SmallProvider provider;
    private Cafe cafe;
    private HttpClient browser;

    @BeforeEach
    void open() throws Exception {
        provider = new SmallProvider();
        cafe = new Cafe(0, provider.issuer());
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @AfterEach
    void close() {
        cafe.close();
        provider.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(cafe.home().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Map<String, String> begin(String path) throws Exception {
        URI there = URI.create(get(path).headers().firstValue("Location").orElseThrow());
        assertThat(there.toString()).startsWith(provider.issuer() + "/authorize?");
        Map<String, String> asked = Arrays.stream(there.getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        provider.nonce = asked.get("nonce");
        return asked;
    }

    private HttpResponse<String> comeBack(Map<String, String> asked, String more) throws Exception {
        return get("/callback?code=c&state=" + asked.get("state") + more);
    }

    @Test
    void aPersonSignsInAndSeesWhatTheCafeLearnt() throws Exception {
        assertThat(get("/").body()).contains("Sign in with Hiboo");
        Map<String, String> asked = begin("/sign-in");
        assertThat(asked)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid+profile+email")
                .doesNotContainKey("prompt");
        assertThat(comeBack(asked, "&iss=" + provider.issuer()).statusCode()).isEqualTo(303);
        assertThat(provider.redeemed).contains("code_verifier=").doesNotContain(asked.get("code_challenge"));
        assertThat(get("/").body())
                .contains(">subject<", "x@alias.localhost", "&lt;b&gt;camille&lt;/b&gt;")
                .doesNotContain("<b>camille", "{{");
    }

    @Test
    void codesAreShownOnceThereAreSome() throws Exception {
        assertThat(get("/codes").statusCode()).isEqualTo(404);
        cafe.show(() -> Map.of("grandduc", "123456", "effraie", "234567", "harfang", "345678"));
        assertThat(get("/codes").body()).contains("123456", "234567", "345678").doesNotContain("{{");
    }

    @Test
    void switchingAsksForThePicker() throws Exception {
        assertThat(begin("/switch")).containsEntry("prompt", "select_account");
    }

    @Test
    void signingOutEndsTheVisitHereAndThere() throws Exception {
        comeBack(begin("/sign-in"), "");
        var answer = browser.send(
                HttpRequest.newBuilder(cafe.home().resolve("/sign-out"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(provider.issuer() + "/logout?")
                .contains("id_token_hint=ey");
        assertThat(get("/").body()).contains("Sign in with Hiboo");
    }

    @Test
    void nothingFalseIsBelieved() throws Exception {
        var other = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        provider.falsified = claims -> claims.issuer("https://evil.example");
        refuses("");
        provider.falsified = claims -> claims.audience("another");
        refuses("");
        provider.falsified = claims -> claims.claim("nonce", "another");
        refuses("");
        provider.falsified = claims -> claims.expirationTime(Date.from(Instant.EPOCH));
        refuses("");
        provider.falsified = claims -> claims;
        refuses("&iss=https://evil.example");
        provider.userinfoSubject = "another";
        refuses("");
        provider.userinfoSubject = "subject";
        provider.signingKey = other;
        refuses("");
        provider.signingKey = provider.key;
        assertThat(comeBack(begin("/sign-in"), "").statusCode()).isEqualTo(303);
    }

    private void refuses(String more) throws Exception {
        var answer = comeBack(begin("/sign-in"), more);
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("That did not work");
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws Exception {
        assertThat(get("/callback?code=c&state=x").statusCode()).isEqualTo(502);
        begin("/sign-in");
        assertThat(get("/callback?code=c&state=x").statusCode()).isEqualTo(502);
        assertThat(get("/callback?error=access_denied&state=%3Cb%3E").statusCode())
                .isEqualTo(502);
    }
}
