package org.acides.hiboo.identity.upstream;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.acides.hiboo.infrastructure.api.Refused;

/** What the address of a provider may be (OpenID Connect Discovery 1.0 §3, RFC 8414 §2), and what follows from it. */
public final class Issuers {

    private static final int LONGEST = 500;
    private static final int TAG = 12;

    private Issuers() {}

    /** @throws Refused {@code upstream.issuer-malformed} (most) */
    public static URI require(URI issuer) {
        boolean fine = isSafe(issuer)
                && issuer.getRawUserInfo() == null
                && issuer.getRawQuery() == null
                && issuer.getRawFragment() == null
                && issuer.toString().length() <= LONGEST;
        if (!fine) throw new Refused("upstream.issuer-malformed", LONGEST);
        return issuer;
    }

    /** Whether nobody on the way reads or changes what is sent there: https, or this very machine. */
    public static boolean isSafe(URI address) {
        String host = address.getHost();
        if (host == null) return false;
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && host.matches("localhost|127\\.0\\.0\\.1|\\[::1]");
    }

    /**
     * The path that the provider sends people back to. It follows from the issuer alone, so that it can be told to those who
     * run the provider before it is registered here; and each has its own, so that an answer of one is not taken for an
     * answer of another, be it one that does not name itself (RFC 9700 §4.4.2).
     */
    public static String callback(URI issuer) {
        return "/sign-in/elsewhere/" + HexFormat.of().formatHex(digest(issuer));
    }

    private static byte[] digest(URI issuer) {
        try {
            byte[] name = issuer.toString().getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(name), TAG);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
