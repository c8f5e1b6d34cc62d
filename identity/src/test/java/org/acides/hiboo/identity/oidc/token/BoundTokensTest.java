package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.identity.api.SessionId;
import org.junit.jupiter.api.Test;

/** Tokens that are good in one hand alone (RFC 9449). */
class BoundTokensTest extends BoundLife {

    private static Application.Answer ask(Application app, String token, String proof) {
        return app.userinfo("DPoP " + token, Map.of("DPoP", proof));
    }

    @Test
    void aProofBindsWhatItIsSentWith() {
        Application app = application();
        Application.Answer answer = bound(app);
        String token = answer.text("access_token");
        assertThat(answer.text("token_type")).isEqualTo("DPoP");
        assertThat(claims(token).at("/cnf/jkt").asString()).isEqualTo(holder.thumbprint());
        assertThat(ask(app, token, holder.proof(token)).status()).isEqualTo(200);
        Application.Answer told = app.introspect(token);
        assertThat(told.text("token_type")).isEqualTo("DPoP");
        assertThat(told.body().at("/cnf/jkt").asString()).isEqualTo(holder.thumbprint());
    }

    @Test
    void whoFindsABoundTokenHasNothing() {
        Application app = application();
        String token = bound(app).text("access_token");
        Application.Answer asBearer = app.userinfo(token);
        assertThat(asBearer.status()).isEqualTo(401);
        assertThat(asBearer.challenge()).contains("invalid_token", "DPoP algs=\"ES256 PS256 RS256\"");
        Application.Answer without = app.userinfo("DPoP " + token, Map.of());
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"");
        assertThat(ask(app, token, Holder.random().proof(token)).status()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsBoundToNobodyIsNoneOfThisScheme() {
        Application app = application();
        String token = signIn(app, enter(app)).text("access_token");
        assertThat(ask(app, token, holder.proof(token)).challenge()).startsWith("DPoP error=\"invalid_token\"");
        assertThat(app.userinfo(token).status()).isEqualTo(200);
    }

    @Test
    void aProofIsOfOneRequestAndGoodOnce() {
        Application app = application();
        String token = bound(app).text("access_token");
        String proof = holder.proof(token);
        assertThat(ask(app, token, proof).status()).isEqualTo(200);
        assertThat(ask(app, token, proof).challenge()).contains("jti: used before");
        refused(app, token, "POST", "/userinfo", all -> all);
        refused(app, token, "GET", "/oauth2/token", all -> all);
        refused(app, token, "GET", "/userinfo", all -> all.claim("ath", Holder.digest("another")));
        refused(app, token, "GET", "/userinfo", all -> all.claim("ath", null));
        refused(app, token, "GET", "/userinfo", all -> all.jwtID(null));
        refused(
                app,
                token,
                "GET",
                "/userinfo",
                all -> all.issueTime(Date.from(Instant.now().minusSeconds(70))));
        refused(
                app,
                token,
                "GET",
                "/userinfo",
                all -> all.issueTime(Date.from(Instant.now().plusSeconds(70))));
    }

    private void refused(
            Application app, String token, String method, String path, UnaryOperator<JWTClaimsSet.Builder> change) {
        Application.Answer answer = ask(
                app, token, holder.proof(method, path, all -> change.apply(all.claim("ath", Holder.digest(token)))));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"");
    }

    @Test
    void ofTenWhoSendOneProofAtOnceOneIsHeard() throws Exception {
        Application app = application();
        String token = bound(app).text("access_token");
        String proof = holder.proof(token);
        try (var threads = Executors.newFixedThreadPool(10)) {
            Callable<Integer> call = () -> ask(app, token, proof).status();
            List<Integer> statuses = threads.invokeAll(Collections.nCopies(10, call)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses).startsWith(200, 401).endsWith(401).hasSize(10);
        }
    }

    @Test
    void aClientThatActsForNobodyBindsItsTokenToo() {
        Application app = application();
        Application.Answer answer =
                app.post("/oauth2/token", Map.of("grant_type", "client_credentials"), Map.of("DPoP", holder.proof()));
        assertThat(answer.text("token_type")).isEqualTo("DPoP");
        assertThat(claims(answer.text("access_token")).at("/cnf/jkt").asString())
                .isEqualTo(holder.thumbprint());
    }

    @Test
    void whereOnlyBoundTokensAreGivenAProofIsRequired() {
        OidcClient like = client(name());
        Application app = application(new OidcClient(
                like.clientId(),
                like.redirectUris(),
                like.postLogoutRedirectUris(),
                like.authenticationMethods(),
                like.grantTypes(),
                like.scopes(),
                like.idTokenAlgorithm(),
                like.jwksUri(),
                true,
                null,
                null,
                true));
        String code = code(app, enter(app));
        assertThat(app.redeem(code).error()).isEqualTo("invalid_dpop_proof");
        assertThat(app.clientCredentials().error()).isEqualTo("invalid_dpop_proof");
        Application.Answer answer = redeem(app, code, holder.proof());
        assertThat(answer.text("token_type")).isEqualTo("DPoP");
        assertThat(app.refresh(answer.text("refresh_token")).error()).isEqualTo("invalid_dpop_proof");
    }

    @Test
    void oneKeyJoinsNoTwoProfiles() {
        Application app = publicApplication();
        SessionId session = SessionId.random();
        for (int i = 0; i < 2; i++) redeem(app, code(app, enter(app, session)), holder.proof());
        assertThat(jdbc.sql("SELECT count(DISTINCT holder_key) FROM identity.oidc_grant WHERE service_id = ?")
                        .param(app.service().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }
}
