package org.acides.hiboo.identity.oidc.token;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Access tokens that come back. The newest of a grant is known by its hash: one look, and no signature to verify. An
 * older one that has not expired is still good, if its signature is and nobody revoked it.
 */
@Component
class AccessTokens {

    private final Grants grants;
    private final SignedTokens signed;
    private final Spent spent;
    private final Clock clock;

    AccessTokens(Grants grants, SignedTokens signed, Spent spent, Clock clock) {
        this.grants = grants;
        this.signed = signed;
        this.spent = spent;
        this.clock = clock;
    }

    /**
     * A good access token.
     *
     * @param grant null when it is a client's that acts for nobody
     */
    record Good(String value, @Nullable Grant grant, Map<String, Object> claims) {

        String clientId() {
            return (String) claims.get("client_id");
        }

        /** Whether it is for the client itself, and not for a part of it (RFC 8693 §2.1). */
        boolean isFor(String audience) {
            return claims.get("aud") instanceof Collection<?> all && all.contains(audience);
        }

        Set<String> scopes() {
            return claims.get("scope") instanceof String scope ? GrantRow.words(scope) : Set.of();
        }

        Instant at(String claim) {
            return Instant.ofEpochSecond(((Number) claims.get(claim)).longValue());
        }

        /** Shows nothing: a token is as good as a key. */
        @Override
        public String toString() {
            return "Good[]";
        }
    }

    Optional<Good> find(String token) {
        Optional<Map<String, Object>> claimed = SignedTokens.claimed(token);
        Optional<Grant> grant = claimed.map(claims -> claims.get("jti"))
                .filter(String.class::isInstance)
                .flatMap(jti -> Handles.grantNamed((String) jti))
                .flatMap(grants::byId);
        byte[] hash = Secret.digest(token);
        if (grant.isPresent() && newest(grant.get(), hash))
            return claimed.map(claims -> new Good(token, grant.get(), claims)).filter(this::current);
        return signed.read(SignedTokens.ACCESS, token)
                .map(claims -> new Good(token, grant.orElse(null), claims))
                .filter(this::current)
                .filter(AccessTokens::stands)
                .filter(good -> !spent.has(hash));
    }

    void revoke(Good good) {
        Grant grant = good.grant();
        UUID id = grant == null ? null : grant.id();
        spent.add(id, Secret.digest(good.value()), good.at("exp"));
    }

    private static boolean newest(Grant grant, byte[] hash) {
        Grant.Latest latest = grant.latest();
        return latest != null && latest.accessHash() != null && MessageDigest.isEqual(latest.accessHash(), hash);
    }

    private boolean current(Good good) {
        return clock.instant().isBefore(good.at("exp"));
    }

    /** Its grant goes on; a client that acts for nobody has none. */
    private static boolean stands(Good good) {
        return good.grant() != null || good.clientId().equals(good.claims().get("sub"));
    }
}
