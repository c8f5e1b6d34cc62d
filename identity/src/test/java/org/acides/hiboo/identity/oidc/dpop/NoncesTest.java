package org.acides.hiboo.identity.oidc.dpop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.acides.hiboo.identity.test.RunningIdentity;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Proofs that are to be made for now, where the operator wants that (RFC 9449 §8). */
class NoncesTest extends RunningIdentity {

    @Autowired
    Keyring keyring;

    @Autowired
    PublicAddress address;

    @Autowired
    Clock clock;

    private ECKey key;
    private MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void somebodyHoldsAKey() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).generate();
    }

    private Nonces nonces(Duration away, boolean wanted) {
        return new Nonces(keyring, Clock.offset(clock, away), wanted);
    }

    private String thumbprint(boolean wanted, @Nullable String nonce) throws Exception {
        Nonces nonces = nonces(Duration.ZERO, wanted);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
        request.addHeader("DPoP", proof(nonce));
        response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new ProofHeader(nonces).doFilter(request, response, chain);
        return new Proofs(jdbc, address, nonces, clock).key(request).orElseThrow();
    }

    private String proof(@Nullable String nonce) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                new JWTClaimsSet.Builder()
                        .jwtID(UUID.randomUUID().toString())
                        .claim("htm", "POST")
                        .claim("htu", address.link("/oauth2/token"))
                        .claim("nonce", nonce)
                        .issueTime(Date.from(clock.instant()))
                        .build());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private void refused(@Nullable String nonce) {
        var no = catchThrowableOfType(OAuth2AuthenticationException.class, () -> thumbprint(true, nonce));
        assertThat(no.getError().getErrorCode()).isEqualTo("use_dpop_nonce");
        assertThat(response.getHeader("DPoP-Nonce")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void whoeverIsToldANonceComesBackWithIt() throws Exception {
        refused(null);
        String told = response.getHeader("DPoP-Nonce");
        assertThat(thumbprint(true, told)).isEqualTo(key.computeThumbprint().toString());
        assertThat(thumbprint(true, nonces(Duration.ofMinutes(-4), true).current()))
                .isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void noOtherIsTaken() {
        refused("");
        refused("x".repeat(43));
        refused(nonces(Duration.ofMinutes(-7), true).current());
        refused(nonces(Duration.ofMinutes(2), true).current());
    }

    @Test
    void nobodyIsAskedForOneUnlessTheOperatorWantsIt() throws Exception {
        assertThat(thumbprint(false, null)).isNotEmpty();
        assertThat(response.getHeader("DPoP-Nonce")).isNull();
    }
}
