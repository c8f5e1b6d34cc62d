package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a provider may say of a person: believed, or refused with a page that says so. */
class HostileAnswersTest extends ElsewhereLife {

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
}
