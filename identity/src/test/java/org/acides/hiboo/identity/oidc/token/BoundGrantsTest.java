package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Codes and refresh tokens that are bound to a key. */
class BoundGrantsTest extends BoundLife {

    @Test
    void aMalformedProofIsNoneAndACodeOutlivesIt() {
        Application app = application();
        String code = code(app, enter(app));
        for (String wrong : List.of("a.b.c", "x", holder.proof("GET", "/oauth2/token", all -> all)))
            assertThat(redeem(app, code, wrong).error()).isEqualTo("invalid_dpop_proof");
        assertThat(redeem(app, code, holder.proof()).status()).isEqualTo(200);
    }

    @Test
    void aCodeMayBeBoundBeforeItIsGiven() {
        Application app = application();
        String code = code(app, enter(app), Set.of("openid"), Map.of("dpop_jkt", holder.thumbprint()));
        assertThat(app.redeem(code).error()).isEqualTo("invalid_grant");
        assertThat(redeem(app, code, Holder.random().proof()).error()).isEqualTo("invalid_grant");
        assertThat(redeem(app, code, holder.proof()).text("token_type")).isEqualTo("DPoP");
    }

    @Test
    void aPublicClientRefreshesWithItsKeyAndNoOther() {
        Application app = publicApplication();
        String token = bound(app).text("refresh_token");
        assertThat(refresh(app, token, Map.of()).error()).isEqualTo("invalid_grant");
        assertThat(refresh(app, token, Map.of("DPoP", Holder.random().proof())).error())
                .isEqualTo("invalid_grant");
        Application.Answer second = refresh(app, token, Map.of("DPoP", holder.proof()));
        assertThat(second.text("token_type")).isEqualTo("DPoP");
        assertThat(refresh(app, second.text("refresh_token"), Map.of()).error()).isEqualTo("invalid_grant");
        assertThat(refresh(app, second.text("refresh_token"), Map.of("DPoP", holder.proof()))
                        .status())
                .isEqualTo(200);
    }

    /** RFC 9449 §5: its refresh tokens are bound to its secret already. */
    @Test
    void aClientThatProvesWhoItIsMayChangeItsKey() {
        Application app = application();
        String token = bound(app).text("refresh_token");
        Holder other = Holder.random();
        Application.Answer second = refresh(app, token, Map.of("DPoP", other.proof()));
        assertThat(claims(second.text("access_token")).at("/cnf/jkt").asString())
                .isEqualTo(other.thumbprint());
    }

    @Test
    void aProofWithAPushedRequestBindsTheCode() {
        Application app = application();
        Map<String, String> request = new HashMap<>(Map.of(
                "response_type",
                "code",
                "redirect_uri",
                Application.REDIRECT,
                "scope",
                "openid",
                "code_challenge",
                Holder.digest(Application.VERIFIER),
                "code_challenge_method",
                "S256"));
        UnaryOperator<JWTClaimsSet.Builder> asItIs = all -> all;
        String proof = holder.proof("POST", "/oauth2/par", asItIs);
        assertThat(app.post("/oauth2/par", request, Map.of("DPoP", proof)).text("request_uri"))
                .isNotEmpty();
        assertThat(jdbc.sql("SELECT request::text FROM identity.oidc_pending WHERE service_id = ?")
                        .param(app.service().value())
                        .query(String.class)
                        .single())
                .contains("dpop_jkt")
                .doesNotContain(holder.thumbprint());
        request.put("dpop_jkt", Holder.random().thumbprint());
        assertThat(app.post("/oauth2/par", request, Map.of("DPoP", holder.proof("POST", "/oauth2/par", asItIs)))
                        .error())
                .isEqualTo("invalid_dpop_proof");
        request.put("dpop_jkt", "short");
        assertThat(app.post("/oauth2/par", request).error()).isEqualTo("invalid_request");
    }
}
