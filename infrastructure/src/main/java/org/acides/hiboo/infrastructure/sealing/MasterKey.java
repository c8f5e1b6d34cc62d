package org.acides.hiboo.infrastructure.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import org.acides.hiboo.infrastructure.start.CannotStart;

/** A key that wraps keys, and nothing else. */
final class MasterKey {

    private final String id;
    private final SecretKey key;

    private MasterKey(byte[] key) {
        this.key = Box.key(key);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            this.id = HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static MasterKey random() {
        return new MasterKey(Box.randomKey());
    }

    /**
     * @param text base64 of 32 bytes, white space around it ignored
     * @param whence how an operator calls the place that it came from
     * @throws CannotStart when it is anything else
     */
    static MasterKey parse(String text, String whence) {
        try {
            return new MasterKey(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            throw new CannotStart(whence + " holds no master key: base64 of 32 bytes is wanted, such as"
                    + " 'openssl rand -base64 32' makes");
        }
    }

    /** First 8 bytes of its SHA-256, in hex: tells keys apart and nothing about them. */
    String id() {
        return id;
    }

    String text() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    byte[] wrap(String purpose, byte[] content) {
        return Box.close(key, purpose.getBytes(StandardCharsets.UTF_8), content);
    }

    byte[] unwrap(String purpose, byte[] wrapped) {
        return Box.open(key, purpose.getBytes(StandardCharsets.UTF_8), wrapped);
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
