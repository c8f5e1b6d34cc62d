package org.acides.hiboo.identity.oidc.token;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Whoever sent a good access token. */
final class Bearer extends AbstractAuthenticationToken {

    private final transient AccessTokens.Good token;

    Bearer(AccessTokens.Good token) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.token = token;
        setAuthenticated(true);
    }

    AccessTokens.Good token() {
        return token;
    }

    /** The pairwise subject. */
    @Override
    public String getName() {
        return String.valueOf(token.claims().get("sub"));
    }

    @Override
    public Object getPrincipal() {
        return getName();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
