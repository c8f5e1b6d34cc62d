package org.acides.hiboo.identity.oidc.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.oidc.dpop.BoundToken;
import org.acides.hiboo.identity.oidc.dpop.Proofs;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Binds tokens to the keys of those who hold them (RFC 9449 §5), and lets nobody else use them. */
@Component
class Holders {

    private final Proofs proofs;

    Holders(Proofs proofs) {
        this.proofs = proofs;
    }

    /**
     * The key to which an access token is bound that is asked for now; null without a proof.
     *
     * @param grant null for a client that acts for nobody
     */
    @Nullable
    String asking(RegisteredClient client, @Nullable Grant grant) {
        Optional<String> key = request().flatMap(proofs::key);
        if (key.isEmpty() && ClientOf.bound(client))
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(Proofs.INVALID, "this client has to send a proof", null));
        String expected = grant == null ? null : grant.key();
        if (expected != null && !key.equals(Optional.of(expected)))
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_GRANT, "bound to a key that was not proved to be held", null));
        return key.orElse(null);
    }

    /**
     * The key to which a refresh token is bound that comes with an access token. One of a client that proves who it is
     * needs none, and its keys may change (RFC 9449 §5).
     */
    static @Nullable String refreshing(@Nullable Map<String, Object> accessClaims) {
        Authentication client = SecurityContextHolder.getContext().getAuthentication();
        boolean open = client instanceof OAuth2ClientAuthenticationToken known
                && ClientAuthenticationMethod.NONE.equals(known.getClientAuthenticationMethod());
        return open && accessClaims != null ? key(accessClaims) : null;
    }

    /** Whether an access token came under the scheme that it was made for, with its key's proof if it is bound to one. */
    void require(AccessTokens.Good token, Authentication sent) {
        String key = key(token.claims());
        if (!(sent instanceof BoundToken bound)) {
            if (key != null) throw invalid("bound to a key: the scheme is DPoP");
        } else if (key == null) throw invalid("bound to no key: the scheme is Bearer");
        else if (!key.equals(proofs.key(bound.request(), token.value())))
            throw new OAuth2AuthenticationException(new OAuth2Error(Proofs.INVALID, "another key", null));
    }

    /** {@code cnf} (RFC 9449 §6.1), or null for a token that whoever has it may use. */
    static @Nullable String key(Map<String, Object> claims) {
        return claims.get("cnf") instanceof Map<?, ?> confirmation && confirmation.get("jkt") instanceof String key
                ? key
                : null;
    }

    static Map<String, Object> confirmation(String key) {
        return Map.of("jkt", key);
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? Optional.of(here.getRequest())
                : Optional.empty();
    }

    private static OAuth2AuthenticationException invalid(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
