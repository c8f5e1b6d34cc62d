package org.acides.hiboo.infrastructure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this instance, whatever the proxies in front of it say: scheme, host and port, nothing more. It is
 * {@code hiboo.address}; without that, {@code http://localhost} and the port that the server listens on. Links in letters
 * start with it, never with the host that a request names, for whoever sends the request names that.
 */
@Component
public class PublicAddress {

    private final @Nullable URI configured;
    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
        String text = environment.getProperty("hiboo.address", "");
        configured = text.isBlank() ? null : parse(text.strip());
    }

    private static URI parse(String text) {
        URI uri = URI.create(text);
        boolean origin = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null
                && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
        if (!origin) throw new IllegalArgumentException("hiboo.address: http or https, a host, a port at most");
        return URI.create(originOf(uri.getScheme(), uri.getHost(), uri.getPort()));
    }

    /** Without a slash at its end. The port is known once the server listens. */
    public URI origin() {
        if (configured != null) return configured;
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return URI.create(originOf("http", "localhost", Integer.parseInt(port)));
    }

    /** @param path from the slash on, already encoded */
    public String link(String path) {
        return origin() + path;
    }

    /** Whether the browser behind a request speaks https, to us or to the proxy in front. */
    public boolean isSecure(HttpServletRequest request) {
        return configured == null ? request.isSecure() : "https".equals(configured.getScheme());
    }

    /** The origin (RFC 6454) that pages of ours have in the browser behind a request. */
    String originFor(HttpServletRequest request) {
        if (configured != null) return configured.toString();
        return originOf(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    private static String originOf(String scheme, String host, int port) {
        boolean usual = port < 0 || port == ("https".equals(scheme) ? 443 : 80);
        return (scheme + "://" + host + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
