package org.acides.hiboo.identity.oidc.dpop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the proof of a request aside for {@link Proofs}, and out of sight of Spring Authorization Server, which would look
 * at it too, remember it in one node's memory, and compare it to an address that a proxy may have changed. Whoever sends one is told
 * what the next must hold, where it must hold anything.
 */
public final class ProofHeader extends OncePerRequestFilter {

    static final String NAME = "DPoP";
    private static final String ATTRIBUTE = ProofHeader.class.getName();

    private final Nonces nonces;

    public ProofHeader(Nonces nonces) {
        this.nonces = nonces;
    }

    /** As many as were sent. */
    static List<String> of(HttpServletRequest request) {
        Object kept = request.getAttribute(ATTRIBUTE);
        return kept instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> sent = Collections.list(request.getHeaders(NAME));
        if (sent.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, sent);
        if (nonces.wanted()) response.setHeader(Nonces.HEADER, nonces.current());
        chain.doFilter(new Without(request), response);
    }

    private static final class Without extends HttpServletRequestWrapper {

        Without(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(NAME) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(NAME) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}
