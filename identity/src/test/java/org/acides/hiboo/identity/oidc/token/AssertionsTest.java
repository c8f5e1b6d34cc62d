package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.acides.hiboo.catalog.api.OidcClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clients that prove themselves with a key of their own ({@code private_key_jwt}, RFC 7523). */
class AssertionsTest extends OidcLife {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @Autowired
    private PublishedKeys web;

    private String site;
    private ECKey key;
    private Application app;

    @BeforeEach
    void aClientPublishesItsKey() throws Exception {
        site = "https://app.example/" + name() + "/keys";
        key = key("first");
        web.publish(site, key);
        OidcClient like = client(name(), "ES256", "private_key_jwt");
        app = application(new OidcClient(
                like.clientId(),
                like.redirectUris(),
                like.postLogoutRedirectUris(),
                like.authenticationMethods(),
                like.grantTypes(),
                like.scopes(),
                "ES256",
                site,
                true));
    }

    private static ECKey key(String kid) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(app.clientId())
                        .subject(app.clientId())
                        .audience("https://id.example.org")
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(Date.from(Instant.now().plusSeconds(60))))
                .build();
    }

    private String assertion(ECKey by, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(by.getKeyID()).build(), claims(change));
        jwt.sign(new ECDSASigner(by));
        return jwt.serialize();
    }

    private Application.Answer ask(String assertion) {
        return app.postOpenly(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_assertion_type",
                        TYPE,
                        "client_assertion",
                        assertion));
    }

    private void refused(String assertion) {
        Application.Answer answer = ask(assertion);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("invalid_client");
    }

    @Test
    void anAssertionProvesTheClientOnce() throws Exception {
        String assertion = assertion(key, all -> all);
        assertThat(ask(assertion).status()).isEqualTo(200);
        refused(assertion);
        assertThat(ask(assertion(key, all -> all)).status()).isEqualTo(200);
    }

    @Test
    void theClientMayBeNamedBesideItButNotAsAnother() throws Exception {
        for (String named : new String[] {app.clientId(), application().clientId()})
            assertThat(app.postOpenly(
                                    "/oauth2/token",
                                    Map.of(
                                            "grant_type",
                                            "client_credentials",
                                            "client_id",
                                            named,
                                            "client_assertion_type",
                                            TYPE,
                                            "client_assertion",
                                            assertion(key, all -> all)))
                            .status())
                    .isEqualTo(named.equals(app.clientId()) ? 200 : 401);
    }

    @Test
    void whatItSaysHasToHold() throws Exception {
        refused(assertion(key, all -> all.audience("https://other.example")));
        refused(assertion(key, all -> all.issuer("somebody")));
        refused(assertion(key, all -> all.subject("somebody")));
        refused(assertion(key, all -> all.jwtID(null)));
        refused(assertion(key, all -> all.expirationTime(null)));
        refused(assertion(key, all -> all.expirationTime(Date.from(Instant.now().minusSeconds(300)))));
        refused(assertion(key, all -> all.expirationTime(Date.from(Instant.now().plusSeconds(660)))));
        refused(assertion(key, all -> all.notBeforeTime(Date.from(Instant.now().plusSeconds(300)))));
    }

    @Test
    void nobodyElsesKeyProvesIt() throws Exception {
        refused(assertion(key("first"), all -> all));
        refused(assertion(key("unknown"), all -> all));
        refused(new PlainJWT(claims(all -> all)).serialize());
        SignedJWT byPublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(all -> all));
        byPublicKey.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        refused(byPublicKey.serialize());
        assertThat(ask("a.b.c").status()).isEqualTo(400);
        String good = assertion(key, all -> all);
        refused(good.substring(0, good.length() - 4) + "AAAA");
    }

    @Test
    void aNewKeyIsFetchedWhenFirstUsed() throws Exception {
        assertThat(ask(assertion(key, all -> all)).status()).isEqualTo(200);
        ECKey next = key("second");
        web.publish(site, key, next);
        assertThat(ask(assertion(next, all -> all)).status()).isEqualTo(200);
    }

    @Test
    void whereTheKeysAreAwayTheClientIsMerelyUnproved() throws Exception {
        web.takeDown(site);
        refused(assertion(key, all -> all));
    }

    @Test
    void neitherASecretNorItsNameProvesIt() {
        assertThat(app.clientCredentials().error()).isEqualTo("invalid_client");
        assertThat(app.postOpenly(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type",
                                        "refresh_token",
                                        "refresh_token",
                                        "x",
                                        "client_id",
                                        app.clientId()))
                        .error())
                .isEqualTo("invalid_client");
    }

    @Test
    void anAssertionIsNoProofForAClientWithASecret() throws Exception {
        Application secretive = application();
        refused(assertion(key, all -> all.issuer(secretive.clientId()).subject(secretive.clientId())));
    }

    @Test
    void itProvesTheClientForAPersonsCodeToo() throws Exception {
        String code = code(app, enter(app), Set.of("openid"), Map.of());
        assertThat(redeem(code, Application.VERIFIER + "x").error()).isEqualTo("invalid_grant");
        Application.Answer answer = redeem(code, Application.VERIFIER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("refresh_token")).isNotEmpty();
    }

    private Application.Answer redeem(String code, String verifier) throws JOSEException {
        return app.postOpenly(
                "/oauth2/token",
                Application.redemption(
                        code,
                        "code_verifier",
                        verifier,
                        "client_assertion_type",
                        TYPE,
                        "client_assertion",
                        assertion(key, all -> all)));
    }
}
