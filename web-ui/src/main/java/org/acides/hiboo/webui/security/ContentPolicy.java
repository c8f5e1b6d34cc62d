package org.acides.hiboo.webui.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What a screen may load and run: scripts of our own that carry this page's nonce, and what they load in turn. Vaadin's
 * client makes functions of the expressions that the server sends, which {@code 'unsafe-eval'} allows; an inline script
 * or a foreign one never runs (ADR 0060).
 */
@Component
class ContentPolicy implements VaadinServiceInitListener {

    static final String WITHOUT_SCREEN = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static final String SCREEN = "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent start) {
        start.addIndexHtmlRequestListener(ContentPolicy::restrict);
    }

    private static void restrict(IndexHtmlResponse page) {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        page.getDocument().select("script, link[rel=modulepreload]").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", SCREEN.formatted(nonce));
        // Vaadin sets SAMEORIGIN by itself.
        page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
    }
}
