package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.http.HttpServletRequest;
import org.acides.hiboo.identity.oidc.dpop.BoundToken;
import org.acides.hiboo.identity.oidc.dpop.Challenges;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Finds the access token of a request that is answered by what it says, and the scheme under which it came: {@code Bearer}, or {@code DPoP} (RFC 9449 §7.1). */
final class SentTokens implements AuthenticationConverter {

    private final BearerTokens bearers = new BearerTokens();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!request.getServletPath().equals("/userinfo")) return null;
        if (Challenges.isBound(request)) return bound(request);
        String token = bearers.resolve(request);
        return token == null ? null : new BearerTokenAuthenticationToken(token);
    }

    private static Authentication bound(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        String token = header.substring(header.indexOf(' ')).strip();
        if (token.isEmpty() || request.getParameter("access_token") != null)
            throw new OAuth2AuthenticationException(BearerTokenErrors.invalidRequest("one access token is required"));
        return new BoundToken(token, request);
    }
}
