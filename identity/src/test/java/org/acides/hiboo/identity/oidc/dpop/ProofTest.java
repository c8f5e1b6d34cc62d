package org.acides.hiboo.identity.oidc.dpop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .jwtID("one")
                .claim("htm", "POST")
                .claim("htu", "HTTPS://ID.example.org:443/oauth2/../oauth2/token?x=1#y")
                .issueTime(Date.from(Instant.EPOCH))
                .build();
    }

    private static String sign(JWSHeader header, JWSSigner signer) throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, JWK key) {
        return new JWSHeader.Builder(algorithm).type(TYPE).jwk(key).build();
    }

    private static void refused(String proof) {
        assertThatIllegalArgumentException().isThrownBy(() -> Proof.parse(proof));
    }

    @Test
    void addressesAreComparedAsEverybodyWritesThem() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        Proof proof = Proof.parse(sign(header(JWSAlgorithm.ES256, key.toPublicJWK()), new ECDSASigner(key)));
        assertThat(proof.address()).hasToString("https://id.example.org/oauth2/token");
        assertThat(proof.key()).isEqualTo(key.computeThumbprint().toString());
        assertThat(proof.tokenHash()).isNull();
    }

    @Test
    void rsaProvesToo() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {JWSAlgorithm.RS256, JWSAlgorithm.PS256})
            assertThat(Proof.parse(sign(header(algorithm, key.toPublicJWK()), new RSASSASigner(key)))
                            .id())
                    .isEqualTo("one");
    }

    @Test
    void theKeyIsPublicAndItsOwnAndOfAnUsualKind() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        ECKey larger = new ECKeyGenerator(Curve.P_384).generate();
        ECDSASigner signer = new ECDSASigner(key);
        refused(sign(header(JWSAlgorithm.ES256, other.toPublicJWK()), signer));
        refused(sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(key.toPublicJWK()).build(), signer));
        refused(sign(new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).build(), signer));
        refused(sign(header(JWSAlgorithm.ES384, larger.toPublicJWK()), new ECDSASigner(larger)));
        refused(sign(new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), new MACSigner(new byte[32])));
        String own = sign(header(JWSAlgorithm.ES256, key.toPublicJWK()), signer);
        refused(Base64URL.encode("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + key.toJSONString() + "}")
                + own.substring(own.indexOf('.')));
    }

    /** A key of many bits, or with a large exponent, would make us calculate for long. */
    @Test
    void nobodyChoosesHowLongWeCalculate() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        String proof = sign(header(JWSAlgorithm.RS256, key.toPublicJWK()), new RSASSASigner(key));
        RSAKey slow = new RSAKey.Builder(
                        key.getModulus(),
                        Base64URL.encode(BigInteger.ONE.shiftLeft(2000).add(BigInteger.ONE)))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proof.parse(
                        header(JWSAlgorithm.RS256, slow).toBase64URL() + proof.substring(proof.indexOf('.'))))
                .withMessageContaining("bits");
    }

    @Property
    void whateverElseIsSentIsRefusedAndNothingWorse(@ForAll String text) {
        refused(text);
    }

    @Property
    void noAddressMakesItFailOtherwise(@ForAll String text) {
        try {
            Proof.plain(text);
        } catch (IllegalArgumentException malformed) {
            assertThat(malformed).isNotNull();
        }
    }
}
