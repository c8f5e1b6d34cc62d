package org.acides.hiboo.catalog.api;

import java.net.URI;
import java.util.Objects;

/**
 * Where an application hears that somebody is signed out.
 *
 * @param uri absolute, at most 2,000 characters, no fragment and no user; https, or http on a loopback host; may have a
 *     query
 * @param sessionRequired the application wants to be told which session ended, and not only whose
 */
public record LogoutAddress(URI uri, boolean sessionRequired) {

    public LogoutAddress {
        Objects.requireNonNull(uri);
    }

    /** @throws MalformedField naming the field that this is the value of */
    void require(String field) {
        boolean plain = uri.getHost() != null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null
                && uri.toString().length() <= 2000;
        if (!plain) throw new MalformedField(field, "absolute, no fragment nor user, at most 2,000 characters");
        boolean loopback = uri.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]");
        if (!"https".equals(uri.getScheme()) && !(loopback && "http".equals(uri.getScheme())))
            throw new MalformedField(field, "https, or loopback http");
    }

    /** Whether scheme, host and port are those of the other address (RFC 6454 §4). */
    boolean isBeside(URI other) {
        return uri.getScheme().equals(other.getScheme())
                && uri.getHost().equalsIgnoreCase(other.getHost())
                && port(uri) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) return uri.getPort();
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
