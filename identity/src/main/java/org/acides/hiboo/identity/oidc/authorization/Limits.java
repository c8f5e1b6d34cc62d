package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nothing that these endpoints take is large: 413 and 414 (RFC 9110 §15.5.14) for what is, before anybody reads it. */
final class Limits extends OncePerRequestFilter {

    /** Bytes. */
    private static final int BODY = 32 * 1024;

    private static final int QUERY = 12 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        boolean body = request.getContentLengthLong() > BODY || request.getHeader("Transfer-Encoding") != null;
        if (body) refuse(response, HttpStatus.CONTENT_TOO_LARGE);
        else if (query != null && query.length() > QUERY) refuse(response, HttpStatus.URI_TOO_LONG);
        else chain.doFilter(request, response);
    }

    private static void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json");
        response.getWriter().write("{\"error\":\"invalid_request\",\"error_description\":\"too long\"}");
    }
}
