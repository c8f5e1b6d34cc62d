package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets caches keep, for a short while, what is the same for everybody; the security headers forbid the rest. */
final class Caching extends OncePerRequestFilter {

    private static final Set<String> PUBLIC =
            Set.of("/oauth2/jwks", "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PUBLIC.contains(request.getServletPath()) && request.getMethod().equals("GET"))
            response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        chain.doFilter(request, response);
    }
}
