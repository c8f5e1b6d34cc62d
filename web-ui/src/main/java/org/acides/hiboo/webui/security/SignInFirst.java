package org.acides.hiboo.webui.security;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends whoever is not signed in to the sign-in page, and an open screen of theirs too. */
final class SignInFirst implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (HandlerHelper.isFrameworkInternalRequest("/*", request)) tellTheScreen(request, response);
        else response.sendRedirect("/sign-in?continue=" + encoded(pathOf(request)));
    }

    /** The browser's half of Vaadin loads its page again at these words, or when a heartbeat finds its screen gone. */
    private static void tellTheScreen(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String kind = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        if (!ApplicationConstants.REQUEST_TYPE_UIDL.equals(kind)) {
            response.setStatus(HttpServletResponse.SC_GONE);
            return;
        }
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getWriter().write("Vaadin-Refresh");
    }

    private static String pathOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
