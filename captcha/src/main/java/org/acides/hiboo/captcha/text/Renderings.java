package org.acides.hiboo.captcha.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.acides.hiboo.infrastructure.hashing.Turns;
import org.springframework.stereotype.Component;

/**
 * Draws and speaks one text always alike, for of several pictures of one text an average would be plain. What it does to it
 * by chance follows from the challenge and from a key that this process alone knows: from the challenge alone, whoever
 * reads this code could draw every text and compare. Half of the cores do it, and few wait for them.
 */
@Component
class Renderings {

    private static final int WAITING = 16;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Turns turns =
            new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING, PATIENCE_MILLIS);
    private final SecretKeySpec key;

    Renderings() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    /**
     * @param challenge its nonce
     * @throws org.acides.hiboo.infrastructure.api.Refused {@code busy} when too many wait, or it took too long
     */
    byte[] render(String challenge, Function<RandomGenerator, byte[]> by) {
        return turns.take(() -> by.apply(chance(challenge)));
    }

    private RandomGenerator chance(String challenge) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            long seed = ByteBuffer.wrap(mac.doFinal(challenge.getBytes(UTF_8))).getLong();
            return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
