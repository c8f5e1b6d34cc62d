package org.acides.hiboo.identity.oidc.exchange;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Whom a client may aim a token at: itself, or an address on a host of its own. Its own are the hosts to which the admin let
 * people be sent back. Never another service: it would be told a subject that is none of its own.
 */
final class Target {

    private static final int LONGEST = 500;

    private Target() {}

    /**
     * @param resources RFC 8693 §2.1 {@code resource}
     * @param audiences {@code audience}
     * @return what the token's {@code aud} is; empty when it is not the client's to ask for
     */
    static Optional<String> of(RegisteredClient client, Set<String> resources, Set<String> audiences) {
        if (resources.size() + audiences.size() > 1) return Optional.empty();
        if (resources.isEmpty() && audiences.isEmpty()) return Optional.of(client.getClientId());
        String asked = resources.isEmpty()
                ? audiences.iterator().next()
                : resources.iterator().next();
        if (resources.isEmpty() && asked.equals(client.getClientId())) return Optional.of(asked);
        return own(client, asked) ? Optional.of(asked) : Optional.empty();
    }

    private static boolean own(RegisteredClient client, String asked) {
        if (asked.length() > LONGEST) return false;
        Optional<String> origin = origin(asked);
        return origin.isPresent()
                && client.getRedirectUris().stream().map(Target::origin).anyMatch(origin::equals);
    }

    /** Scheme, host and port of a web address (RFC 6454 §4) without user and fragment. */
    private static Optional<String> origin(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        boolean web = uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        if (!web) return Optional.empty();
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return Optional.of(uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    }
}
