package org.acides.hiboo.identity.oidc.dpop;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** An access token that was sent under the scheme {@code DPoP} (RFC 9449 §7.1), with the request that shows who holds it. */
public final class BoundToken extends BearerTokenAuthenticationToken {

    private final transient HttpServletRequest request;

    public BoundToken(String token, HttpServletRequest request) {
        super(token);
        this.request = request;
    }

    public HttpServletRequest request() {
        return request;
    }
}
