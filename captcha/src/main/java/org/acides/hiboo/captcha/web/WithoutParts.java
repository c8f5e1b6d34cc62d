package org.acides.hiboo.captcha.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nobody uploads anything here: what says that it has parts is given no type, so that nothing but {@link SmallBody} takes it apart. */
final class WithoutParts extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean parts = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        chain.doFilter(parts ? new Typeless(request) : request, response);
    }

    private static final class Typeless extends HttpServletRequestWrapper {

        Typeless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }
}
