package org.acides.hiboo.identity.moving;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Map;
import java.util.UUID;
import org.acides.hiboo.infrastructure.api.Refused;

/**
 * What the community where a profile arrives has the other one know, before it does: that it takes it. Whoever let go once lets go
 * again, so that a receipt whose answer was lost is sent again.
 *
 * @param bundle identifier of the bundle
 * @param ref of the profile in it
 */
record Receipt(UUID bundle, String ref) {

    /** {@code typ} of a receipt. */
    static final String TYPE = "hiboo-receipt+jwt";

    Map<String, Object> claims() {
        return Map.of("bundle", bundle.toString(), "profile", ref);
    }

    /** @throws Refused {@code bundle.malformed} */
    static Receipt of(JWTClaimsSet claims) {
        try {
            UUID bundle = UUID.fromString(String.valueOf(claims.getStringClaim("bundle")));
            String ref = claims.getStringClaim("profile");
            if (ref == null) throw new Refused("bundle.malformed");
            return new Receipt(bundle, ref);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new Refused("bundle.malformed");
        }
    }
}
