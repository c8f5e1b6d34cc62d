package org.acides.hiboo.webui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Takes every request for one person's, until told otherwise. */
@Component
public class SignedInForGood implements SecurityContextRepository {

    private volatile @Nullable SignedIn who;
    private final Clock clock;

    SignedInForGood(Clock clock) {
        this.clock = clock;
        become(Role.MEMBER, Role.ADMIN);
    }

    /** Somebody in a new session, with these roles. */
    public SignedIn become(Role... roles) {
        SignedIn now =
                new SignedIn(AccountId.random(), SessionId.random(), Set.of(roles), clock.instant(), List.of("pwd"));
        who = now;
        return now;
    }

    /** The same person in the same session, with other roles. */
    public void change(Role... roles) {
        SignedIn before = who();
        who = new SignedIn(
                before.account(), before.session(), Set.of(roles), before.authenticatedAt(), before.methods());
    }

    public void signOut() {
        who = null;
    }

    public SignedIn who() {
        return Optional.ofNullable(who).orElseThrow();
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder both) {
        SignedIn now = who;
        if (now == null) return new SecurityContextImpl();
        List<SimpleGrantedAuthority> authorities = now.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(now, null, authorities));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Nothing to keep: it is the same person every time.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return who != null;
    }
}
