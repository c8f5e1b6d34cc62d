package org.acides.hiboo.identity.oidc;

import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Who an application deals with: a profile, in a session. It stands in the security context from the picker to the code,
 * in place of the person, and holds nothing that tells whose the profile is but the session, which is stored as a MAC.
 */
public final class EnteredAs extends AbstractAuthenticationToken {

    private final ProfileId profile;
    private final ServiceRef service;
    private final transient SessionId session;
    private final Instant authenticatedAt;
    private final transient List<String> methods;

    public EnteredAs(ProfileId profile, ServiceRef service, SignedIn who) {
        this(profile, service, who.session(), who.authenticatedAt(), who.methods());
    }

    /**
     * @param authenticatedAt when the person last proved who they are: {@code auth_time}
     * @param methods how, as RFC 8176 values: {@code amr}
     */
    public EnteredAs(
            ProfileId profile, ServiceRef service, SessionId session, Instant authenticatedAt, List<String> methods) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.profile = profile;
        this.service = service;
        this.session = session;
        this.authenticatedAt = authenticatedAt;
        this.methods = List.copyOf(methods);
        setAuthenticated(true);
    }

    public ProfileId profile() {
        return profile;
    }

    public ServiceRef service() {
        return service;
    }

    public SessionId session() {
        return session;
    }

    public Instant authenticatedAt() {
        return authenticatedAt;
    }

    public List<String> methods() {
        return methods;
    }

    /** The profile's identifier: the name under which its authorizations are kept. */
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
