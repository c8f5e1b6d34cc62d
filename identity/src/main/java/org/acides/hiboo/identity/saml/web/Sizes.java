package org.acides.hiboo.identity.saml.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses, before anybody reads it, what is larger than any message: 413 and 414 (RFC 9110 §15.5.14). */
final class Sizes extends OncePerRequestFilter {

    /** Bytes: a message of 64 KB in base64 and percent signs, and its relay state. */
    private static final int BODY = 160 * 1024;

    private static final int QUERY = 12 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        boolean body = request.getContentLengthLong() > BODY || request.getHeader("Transfer-Encoding") != null;
        if (body) response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        else if (query != null && query.length() > QUERY) response.sendError(HttpStatus.URI_TOO_LONG.value());
        else chain.doFilter(request, response);
    }
}
