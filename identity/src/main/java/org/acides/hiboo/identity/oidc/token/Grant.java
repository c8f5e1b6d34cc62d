package org.acides.hiboo.identity.oidc.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.identity.api.ServiceRef;
import org.jspecify.annotations.Nullable;

/**
 * What a live profile let its service do, and what came of it.
 *
 * @param scopes that the profile granted
 * @param nonce of the request that led here
 * @param code the code's own conditions
 * @param key thumbprint (RFC 7638) of the key that whoever redeems or refreshes must prove to hold, or null without
 * @param idClaims asked for in the ID token, and allowed
 * @param userinfoClaims asked for at the user-info endpoint, and allowed
 * @param userinfoAlgorithm what the client wants the answers of the user-info endpoint signed with; empty for plain JSON
 * @param endsAt when the family is over, however often it was refreshed
 * @param latest the newest tokens, or null before the code was redeemed
 * @param username of the profile, now
 * @param alias of the profile
 */
record Grant(
        UUID id,
        ServiceRef service,
        String clientId,
        Grantee grantee,
        Set<String> scopes,
        @Nullable String nonce,
        Code code,
        @Nullable String key,
        Set<String> idClaims,
        Set<String> userinfoClaims,
        String userinfoAlgorithm,
        Instant endsAt,
        @Nullable Latest latest,
        String username,
        String alias) {

    /** @param challenge of PKCE's S256, or null without */
    record Code(String redirectUri, @Nullable String challenge, Instant endsAt) {}

    /**
     * @param accessHash null once revoked
     * @param refreshHash null when the client gets none
     */
    record Latest(
            byte @Nullable [] accessHash,
            Set<String> accessScopes,
            Instant accessEndsAt,
            byte @Nullable [] refreshHash,
            @Nullable Instant refreshEndsAt) {}

    /** Never shows the names: they are personal. */
    @Override
    public String toString() {
        return "Grant[" + id + "]";
    }
}
