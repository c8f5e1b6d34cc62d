package org.acides.hiboo.webui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SignedIn;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Screens live exactly as long as the sign-in and the roles they were drawn for. When the sign-in is revoked, is another
 * one, or has other roles now, the screens are dropped before anything they ask for is done.
 */
final class ScreensFollowSignIn extends OncePerRequestFilter {

    private static final String DRAWN_FOR = ScreensFollowSignIn.class.getName();

    private record DrawnFor(String session, Set<Role> roles) implements Serializable {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<DrawnFor> now = Me.found().map(ScreensFollowSignIn::drawnFor);
        HttpSession before = request.getSession(false);
        if (before != null) {
            Object then = before.getAttribute(DRAWN_FOR);
            if (then != null && !then.equals(now.orElse(null))) before.invalidate();
        }
        chain.doFilter(request, response);
        HttpSession after = request.getSession(false);
        if (after != null && now.isPresent() && after.getAttribute(DRAWN_FOR) == null)
            after.setAttribute(DRAWN_FOR, now.get());
    }

    private static DrawnFor drawnFor(SignedIn who) {
        return new DrawnFor(who.session().toString(), who.roles());
    }
}
