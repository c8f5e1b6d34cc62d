package org.acides.hiboo.identity.moving;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what other communities signed for us, and for us alone (RFC 8725). */
@Component
class SignedByOthers {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final Communities communities;
    private final CommunityKeys keys;
    private final PublicAddress address;
    private final Clock clock;

    SignedByOthers(Communities communities, CommunityKeys keys, PublicAddress address, Clock clock) {
        this.communities = communities;
        this.keys = keys;
        this.address = address;
        this.clock = clock;
    }

    record Letter(Community from, JWTClaimsSet claims) {}

    /**
     * @param type {@code typ} of the header: a receipt is no bundle
     * @throws Refused {@code bundle.malformed}, {@code bundle.stranger}, {@code bundle.forged}, {@code bundle.elsewhere}, {@code
     *     bundle.future}, {@code bundle.expired}
     */
    Letter read(String jws, String type) {
        try {
            SignedJWT signed = SignedJWT.parse(jws);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            String issuer = claims.getIssuer();
            if (issuer == null
                    || !new JOSEObjectType(type).equals(signed.getHeader().getType()))
                throw new Refused("bundle.malformed");
            Community from = communities.byIssuer(issuer).orElseThrow(() -> new Refused("bundle.stranger"));
            requireSignature(signed, from);
            requireOurs(claims);
            return new Letter(from, claims);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new Refused("bundle.malformed");
        }
    }

    private void requireSignature(SignedJWT signed, Community from) {
        String kid = signed.getHeader().getKeyID();
        if (kid == null || !JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm()))
            throw new Refused("bundle.forged");
        ECKey key = keys.find(from, kid).orElseThrow(() -> new Refused("bundle.forged"));
        try {
            if (!signed.verify(new ECDSAVerifier(key))) throw new Refused("bundle.forged");
        } catch (JOSEException unverifiable) {
            throw new Refused("bundle.forged");
        }
    }

    private void requireOurs(JWTClaimsSet claims) {
        if (!claims.getAudience().equals(List.of(address.origin().toString()))) throw new Refused("bundle.elsewhere");
        Instant issued = instant(claims.getIssueTime());
        Instant expires = instant(claims.getExpirationTime());
        Instant now = clock.instant();
        if (issued.isAfter(now.plus(CLOCKS_DIFFER))) throw new Refused("bundle.future");
        if (!expires.isAfter(now)) throw new Refused("bundle.expired");
    }

    private static Instant instant(@Nullable Date date) {
        if (date == null) throw new Refused("bundle.malformed");
        return date.toInstant();
    }
}
