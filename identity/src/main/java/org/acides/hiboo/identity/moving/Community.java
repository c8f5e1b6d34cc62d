package org.acides.hiboo.identity.moving;

import java.net.URI;
import java.util.Locale;
import org.acides.hiboo.identity.api.CommunityId;

/**
 * Another community with which accounts are exchanged.
 *
 * @param address scheme, host and port, as what it signs names its issuer
 * @param gone whether it is no longer asked
 */
record Community(CommunityId id, URI address, boolean gone) {

    private static final int LONGEST = 200;

    /** What members call it. */
    public String name() {
        return address.getAuthority();
    }

    /** An application's address, told one way however it was written: without a slash at its end. */
    static String application(String address) {
        String text = address.strip().replaceAll("/+$", "");
        int path = text.indexOf('/', text.indexOf("://") + 3);
        String origin = path < 0 ? text : text.substring(0, path);
        return origin.toLowerCase(Locale.ROOT) + (path < 0 ? "" : text.substring(path));
    }

    /** @throws IllegalArgumentException unless it is https, or http on a loopback host, with a host and a port at most */
    static URI normal(URI typed) {
        String host = typed.getHost();
        boolean loopback = host != null && host.matches("localhost|127\\.0\\.0\\.1|\\[::1]");
        boolean fine = host != null
                && typed.getRawUserInfo() == null
                && typed.getRawQuery() == null
                && typed.getRawFragment() == null
                && (typed.getRawPath().isEmpty() || typed.getRawPath().equals("/"))
                && typed.toString().length() <= LONGEST
                && ("https".equals(typed.getScheme()) || "http".equals(typed.getScheme()) && loopback);
        if (!fine) throw new IllegalArgumentException("no community's address");
        boolean usual = typed.getPort() < 0 || typed.getPort() == ("https".equals(typed.getScheme()) ? 443 : 80);
        String origin = typed.getScheme() + "://" + host + (usual ? "" : ":" + typed.getPort());
        return URI.create(origin.toLowerCase(Locale.ROOT));
    }
}
