package org.acides.hiboo.identity.oidc.token;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Takes a client's own token back when the client says so (RFC 7009): a refresh token with its whole family, an access
 * token alone. What is unknown is gone already, and that is fine.
 */
@Component
class Revocation implements AuthenticationProvider {

    private final AccessTokens accessTokens;
    private final Grants grants;
    private final Handles handles;

    Revocation(AccessTokens accessTokens, Grants grants, Handles handles) {
        this.accessTokens = accessTokens;
        this.grants = grants;
        this.handles = handles;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        OAuth2TokenRevocationAuthenticationToken order = (OAuth2TokenRevocationAuthenticationToken) asked;
        if (!(order.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) || !client.isAuthenticated())
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        String clientId = String.valueOf(client.getPrincipal());
        String token = order.getToken();
        Optional<Grant> family = handles.grantOf(token).flatMap(grants::byId);
        if (family.isPresent()) {
            requireOwn(family.get().clientId(), clientId);
            grants.end(family.get().id());
            return new OAuth2TokenRevocationAuthenticationToken(new OAuth2RefreshToken(token, null), client);
        }
        Optional<AccessTokens.Good> access = accessTokens.find(token);
        if (access.isEmpty()) return order;
        requireOwn(access.get().clientId(), clientId);
        accessTokens.revoke(access.get());
        return new OAuth2TokenRevocationAuthenticationToken(
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token, null, null), client);
    }

    private static void requireOwn(String owner, String clientId) {
        if (!owner.equals(clientId)) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(type);
    }
}
