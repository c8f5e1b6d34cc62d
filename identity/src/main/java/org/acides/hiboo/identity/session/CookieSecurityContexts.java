package org.acides.hiboo.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who is behind a request, by its cookie: asked of the database when somebody wants to know, once a request at most, and
 * never kept between two. It saves nothing, and makes no servlet session.
 */
@Component
class CookieSecurityContexts implements SecurityContextRepository {

    private static final String FOUND = CookieSecurityContexts.class.getName();

    private final Sessions sessions;
    private final SessionCookie cookie;

    CookieSecurityContexts(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new OnDemand(request);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(find(holder.getRequest()));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // A session begins where its cookie is written, and nowhere else.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return find(request).isPresent();
    }

    private Optional<SignedIn> find(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Optional<?> found) return found.map(SignedIn.class::cast);
        Optional<SignedIn> found = cookie.read(request).flatMap(sessions::find);
        request.setAttribute(FOUND, found);
        return found;
    }

    private static SecurityContext context(Optional<SignedIn> found) {
        return found.map(who -> new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(
                        who,
                        "",
                        AuthorityUtils.createAuthorityList(who.roles().stream()
                                .map(Role::name)
                                .map("ROLE_"::concat)
                                .toList()))))
                .orElseGet(SecurityContextImpl::new);
    }

    private final class OnDemand implements DeferredSecurityContext {

        private final HttpServletRequest request;

        private @Nullable SecurityContext context;

        OnDemand(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) context = known = context(find(request));
            return known;
        }

        @Override
        public boolean isGenerated() {
            return !containsContext(request);
        }
    }
}
