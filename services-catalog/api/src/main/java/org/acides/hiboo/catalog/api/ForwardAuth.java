package org.acides.hiboo.catalog.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An application that knows no sign-in protocol: a proxy in front of it asks Hiboo who comes (nginx's {@code auth_request},
 * Traefik's ForwardAuth, Caddy's {@code forward_auth}).
 *
 * @param origins where browsers find it, at most 20: scheme, host and, where it is not the usual one, port; https, or http
 *     on a loopback host; empty when no proxy asks. A host is one service's in the instance
 */
public record ForwardAuth(List<URI> origins) {

    /** No proxy asks. */
    public static final ForwardAuth NONE = new ForwardAuth(List.of());

    public ForwardAuth {
        if (origins.size() > 20) throw new MalformedField("origins", "at most 20 addresses");
        origins = origins.stream().map(ForwardAuth::origin).distinct().toList();
    }

    /** Without ports: cookies know none (RFC 6265 §8.5). */
    public List<String> hosts() {
        return origins.stream().map(URI::getHost).distinct().collect(Collectors.toList());
    }

    private static URI origin(URI given) {
        boolean plain = given.getScheme() != null
                && given.getHost() != null
                && given.getHost().length() <= 253
                && given.getRawUserInfo() == null
                && given.getRawQuery() == null
                && given.getRawFragment() == null
                && given.getRawPath().matches("/?");
        if (!plain) throw new MalformedField("origins", "scheme, host and port, and nothing else");
        String scheme = given.getScheme().toLowerCase(Locale.ROOT);
        String host = given.getHost().toLowerCase(Locale.ROOT);
        boolean loopback = host.matches("localhost|127\\.0\\.0\\.1|\\[::1]");
        if (!scheme.equals("https") && !(scheme.equals("http") && loopback))
            throw new MalformedField("origins", "https, or loopback http");
        int usual = scheme.equals("https") ? 443 : 80;
        boolean told = given.getPort() >= 0 && given.getPort() != usual;
        return URI.create(scheme + "://" + host + (told ? ":" + given.getPort() : ""));
    }
}
