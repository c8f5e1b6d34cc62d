package org.acides.hiboo.identity.oidc.token;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.stereotype.Component;

/**
 * Makes tokens that say where to look, and looks them up. A refresh token is 75 characters of base64url: its grant, 24
 * random bytes, and half a MAC over both. The MAC tells a token that was replaced, and is used again, from one that
 * nobody ever gave out, without a list of all that were.
 */
@Component
class Handles {

    private static final String REFRESH = "identity.oidc-refresh";
    private static final int ID = 16;
    private static final int RANDOM = 24;
    private static final int MAC = 16;
    private static final int REFRESH_LENGTH = 75;
    private static final int NAME_LENGTH = 32;

    private final Keyring keyring;
    private final SecureRandom random = new SecureRandom();

    Handles(Keyring keyring) {
        this.keyring = keyring;
    }

    String refreshToken(UUID grant) {
        byte[] random = new byte[RANDOM];
        this.random.nextBytes(random);
        byte[] body = put(ByteBuffer.allocate(ID + RANDOM), grant).put(random).array();
        return encode(ByteBuffer.allocate(ID + RANDOM + MAC)
                .put(body)
                .put(keyring.mac(REFRESH, body), 0, MAC)
                .array());
    }

    /** The grant of a refresh token that was once given out, be it the newest of its family or not. */
    Optional<UUID> grantOf(String refreshToken) {
        if (refreshToken.length() != REFRESH_LENGTH) return Optional.empty();
        return decode(refreshToken)
                .filter(bytes -> MessageDigest.isEqual(
                        Arrays.copyOfRange(bytes, ID + RANDOM, bytes.length),
                        Arrays.copyOf(keyring.mac(REFRESH, Arrays.copyOf(bytes, ID + RANDOM)), MAC)))
                .map(Handles::id);
    }

    /** A {@code jti} that leads to the grant: 32 characters. */
    String name(UUID grant) {
        byte[] random = new byte[NAME_LENGTH * 3 / 4 - ID];
        this.random.nextBytes(random);
        return encode(
                put(ByteBuffer.allocate(ID + random.length), grant).put(random).array());
    }

    /** The grant that a {@code jti} leads to, if it leads to any. Anybody can write one. */
    static Optional<UUID> grantNamed(String jti) {
        return jti.length() == NAME_LENGTH ? decode(jti).map(Handles::id) : Optional.empty();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The one way to write those bytes, and no other that a lenient reader would take for it. */
    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> encode(bytes).equals(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static ByteBuffer put(ByteBuffer buffer, UUID id) {
        return buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
