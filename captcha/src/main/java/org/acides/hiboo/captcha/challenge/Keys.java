package org.acides.hiboo.captcha.challenge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.sealing.Box;
import org.springframework.stereotype.Component;

/**
 * Keys of a day, the same on every node, made from one key of the instance. What was signed on a day is checked with that
 * day's key for as long as it lives: so yesterday's and today's overlap by themselves, and nothing has to be kept. Whoever
 * asks has seen to it that the day is not a stranger's choice.
 */
@Component
class Keys {

    private static final String ROOT = "captcha.daily-keys";
    private static final String HMAC = "HmacSHA256";
    private static final int REMEMBERED = 16;

    enum Purpose {
        CHALLENGE,
        PASS,
        ANSWER
    }

    private record Name(Purpose purpose, long day) {}

    private final Keyring keyring;
    private final Map<Name, SecretKey> known = new ConcurrentHashMap<>();

    Keys(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * HMAC-SHA-256, in hexadecimal.
     *
     * @param issued when what is signed was made
     */
    String sign(Purpose purpose, Instant issued, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key(purpose, issued));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For AES-256-GCM. */
    SecretKey sealing(Instant issued) {
        return key(Purpose.ANSWER, issued);
    }

    private SecretKey key(Purpose purpose, Instant issued) {
        Name name = new Name(purpose, Math.floorDiv(issued.getEpochSecond(), 86_400L));
        SecretKey key = known.get(name);
        if (key != null) return key;
        if (known.size() >= REMEMBERED) known.clear();
        SecretKey made = make(name);
        known.put(name, made);
        return made;
    }

    /** ALTCHA's libraries take a key as text: theirs is ours in hexadecimal. */
    private SecretKey make(Name name) {
        byte[] label = name.purpose().name().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = keyring.mac(
                ROOT,
                ByteBuffer.allocate(Long.BYTES + label.length)
                        .putLong(name.day())
                        .put(label)
                        .array());
        if (name.purpose() == Purpose.ANSWER) return Box.key(bytes);
        return new SecretKeySpec(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII), HMAC);
    }
}
