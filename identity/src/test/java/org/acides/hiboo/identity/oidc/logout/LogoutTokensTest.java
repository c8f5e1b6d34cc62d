package org.acides.hiboo.identity.oidc.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Map;
import org.acides.hiboo.identity.oidc.IdTokenHints;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a logout token says (OpenID Connect Back-Channel Logout 1.0 §2.4, §2.6). */
class LogoutTokensTest extends ToldLife {

    @Autowired
    private IdTokenHints hints;

    @Test
    void itIsSignedAndNamesTheSessionTheSubjectAndTheEventAndNothingMore() throws Exception {
        try (Listener listener = new Listener()) {
            Application wiki = told(listener.address(), null);
            Known known = enter(ada, wiki);
            ada.submit("/sign-out", Map.of());
            await().untilAsserted(() -> assertThat(listener.heard()).hasSize(1));
            SignedJWT token = listener.heard().getFirst();
            assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
            JWKSet keys = JWKSet.parse(stranger().get("/oauth2/jwks").body());
            var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
            assertThat(token.verify(new ECDSAVerifier(key))).isTrue();

            JWTClaimsSet claims = token.getJWTClaimsSet();
            assertThat(claims.getClaims()).containsOnlyKeys("iss", "sub", "aud", "iat", "exp", "jti", "sid", "events");
            assertThat(claims.getIssuer()).isEqualTo(ISSUER.toString());
            assertThat(claims.getAudience()).containsExactly(wiki.id());
            assertThat(claims.getSubject()).isEqualTo(known.subject());
            assertThat(claims.getStringClaim("sid")).isEqualTo(known.session());
            assertThat(claims.getJSONObjectClaim("events"))
                    .isEqualTo(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
            Duration life = Duration.between(
                    claims.getIssueTime().toInstant(),
                    claims.getExpirationTime().toInstant());
            assertThat(life).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(2));
            assertThat(hints.read(token.serialize())).as("it is no ID token").isEmpty();
        }
    }
}
