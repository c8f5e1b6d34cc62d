package org.acides.hiboo.identity.oidc.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Tells an application about the profile that entered it, as the profile is now. One look at the database. */
@Component
class UserInfo implements AuthenticationProvider {

    private final AccessTokens tokens;
    private final TokenClaims claims;
    private final Holders holders;

    UserInfo(AccessTokens tokens, TokenClaims claims, Holders holders) {
        this.tokens = tokens;
        this.claims = claims;
        this.holders = holders;
    }

    /** Who sent the access token of a request. */
    Authentication bearer(Authentication sent) {
        String token = ((BearerTokenAuthenticationToken) sent).getToken();
        AccessTokens.Good good = tokens.find(token)
                .filter(found -> found.isFor(found.clientId()))
                .orElseThrow(() -> new InvalidBearerTokenException("the access token is over, or none of ours"));
        holders.require(good, sent);
        return new Bearer(good);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        if (!(asked.getPrincipal() instanceof Bearer bearer))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
        AccessTokens.Good token = bearer.token();
        if (!token.scopes().contains("openid"))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INSUFFICIENT_SCOPE);
        Grant grant = token.grant();
        if (grant == null) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
        return new OidcUserInfoAuthenticationToken(bearer, new OidcUserInfo(claims.userinfo(grant, token.scopes())));
    }

    @Override
    public boolean supports(Class<?> type) {
        return OidcUserInfoAuthenticationToken.class.isAssignableFrom(type);
    }
}
