package org.acides.hiboo.identity.oidc.token;

import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.api.ProfileId;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A profile that gave its service something, as the database remembers it: the session is a MAC. */
final class Grantee extends AbstractAuthenticationToken {

    private final ProfileId profile;
    private final transient byte[] sessionTag;
    private final Instant authenticatedAt;
    private final transient List<String> methods;

    Grantee(ProfileId profile, byte[] sessionTag, Instant authenticatedAt, List<String> methods) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.profile = profile;
        this.sessionTag = sessionTag;
        this.authenticatedAt = authenticatedAt;
        this.methods = List.copyOf(methods);
        setAuthenticated(true);
    }

    ProfileId profile() {
        return profile;
    }

    byte[] sessionTag() {
        return sessionTag;
    }

    Instant authenticatedAt() {
        return authenticatedAt;
    }

    List<String> methods() {
        return methods;
    }

    @Override
    public String getName() {
        return profile.toString();
    }

    @Override
    public Object getPrincipal() {
        return profile;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
