package org.acides.hiboo.identity.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The cookie by which a browser is known to the logins that signed in there: one mark a login, newest first. A mark is a
 * nonce and a MAC over login and nonce; nothing of it is stored, and it tells no login.
 */
@Component
class KnownDevices {

    private static final String KEY = "identity.known-device";
    private static final int MARKS = 8;
    private static final int HALF = 16;
    private static final int LONGEST = 400;

    private final SecureRandom random = new SecureRandom();
    private final Keyring keyring;

    KnownDevices(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The nonce of the login's mark in the cookie. */
    Optional<String> known(String subject, @Nullable String cookie) {
        return marks(cookie)
                .filter(mark -> genuine(subject, mark))
                .findFirst()
                .map(mark -> encode(Arrays.copyOf(decode(mark), HALF)));
    }

    /** The cookie with a mark of the login in front, the one it had if any. */
    String with(String subject, @Nullable String cookie) {
        String own =
                marks(cookie).filter(mark -> genuine(subject, mark)).findFirst().orElseGet(() -> fresh(subject));
        return Stream.concat(Stream.of(own), marks(cookie).filter(mark -> !mark.equals(own)))
                .limit(MARKS)
                .collect(Collectors.joining("."));
    }

    private static Stream<String> marks(@Nullable String cookie) {
        if (cookie == null || cookie.length() > LONGEST) return Stream.of();
        return Arrays.stream(cookie.split("\\.")).filter(mark -> mark.matches("[A-Za-z0-9_-]{43}"));
    }

    private boolean genuine(String subject, String mark) {
        byte[] bytes = decode(mark);
        if (bytes.length != 2 * HALF) return false;
        byte[] nonce = Arrays.copyOf(bytes, HALF);
        return MessageDigest.isEqual(mac(subject, nonce), Arrays.copyOfRange(bytes, HALF, 2 * HALF));
    }

    private String fresh(String subject) {
        byte[] nonce = new byte[HALF];
        random.nextBytes(nonce);
        byte[] mark = Arrays.copyOf(nonce, 2 * HALF);
        System.arraycopy(mac(subject, nonce), 0, mark, HALF, HALF);
        return encode(mark);
    }

    private byte[] mac(String subject, byte[] nonce) {
        byte[] name = subject.getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(nonce, HALF + name.length);
        System.arraycopy(name, 0, message, HALF, name.length);
        return Arrays.copyOf(keyring.mac(KEY, message), HALF);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty for what only looks like base64url. */
    private static byte[] decode(String mark) {
        try {
            return Base64.getUrlDecoder().decode(mark);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
