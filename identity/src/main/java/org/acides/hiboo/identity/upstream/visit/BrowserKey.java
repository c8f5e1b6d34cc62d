package org.acides.hiboo.identity.upstream.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.acides.hiboo.infrastructure.secret.Secret;

/**
 * What one browser holds in a cookie during one visit, and what follows from it: nobody who sees one of these values, on the
 * way or in the database, learns another.
 *
 * @param secret 256 random bits in 43 characters of base64url
 */
record BrowserKey(String secret) {

    static BrowserKey fresh() {
        return new BrowserKey(Secret.fresh());
    }

    /** Ties the answer to this browser (RFC 6749 §10.12). */
    String state() {
        return derived("state");
    }

    /** Ties the ID token to this visit (OpenID Connect Core §3.1.2.1). */
    String nonce() {
        return derived("nonce");
    }

    /** Ties the code to this visit (RFC 7636 §4.1). */
    String verifier() {
        return derived("verifier");
    }

    /** RFC 7636 §4.2. */
    String challenge() {
        return encode(sha256(verifier()));
    }

    boolean isState(String sent) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), state().getBytes(StandardCharsets.UTF_8));
    }

    private String derived(String purpose) {
        return encode(sha256(purpose + "\n" + secret));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "BrowserKey[]";
    }
}
