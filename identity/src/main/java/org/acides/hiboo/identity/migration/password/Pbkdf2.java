package org.acides.hiboo.identity.migration.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 (RFC 8018 §5.2) with HMAC, however an application writes it down. */
final class Pbkdf2 implements OldHash {

    /** Iterations, times blocks of the digest: about a second. */
    private static final long MOST_WORK = 4_000_000;

    private static final long MOST_WORK_OF_SHA512 = 1_500_000;

    private final String algorithm;
    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    /**
     * @param digest {@code sha1}, {@code sha256} or {@code sha512}
     * @param iterations digits, ten at most
     */
    Pbkdf2(String digest, String iterations, byte[] salt, byte[] hash) {
        if (salt.length == 0 || hash.length < 16 || hash.length > 128) throw Bytes.malformed();
        int block = switch (digest) {
            case "sha1" -> 20;
            case "sha256" -> 32;
            case "sha512" -> 64;
            default -> throw Bytes.malformed();
        };
        this.algorithm = "PBKDF2WithHmac" + digest.toUpperCase(Locale.ROOT);
        long most = digest.equals("sha512") ? MOST_WORK_OF_SHA512 : MOST_WORK;
        this.iterations = Bytes.number(iterations, most / Math.ceilDiv(hash.length, block));
        if (this.iterations == 0) throw Bytes.malformed();
        this.salt = salt;
        this.hash = hash;
    }

    @Override
    public boolean matches(String password) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, hash.length * 8);
        try {
            return MessageDigest.isEqual(
                    hash,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(key).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.clearPassword();
        }
    }
}
