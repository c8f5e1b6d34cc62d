package org.acides.hiboo.identity.passkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What passkeys sign: sixteen random bytes, when they end, and a MAC that binds both to an occasion, to somebody, and to the
 * secret of one browser. Nothing is kept of a challenge before it was answered rightly; then it is, until it ends.
 */
@Component
public class Challenges {

    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String KEY = "identity.passkey-challenge";
    private static final int NONCE = 16;
    private static final int SIGNED = NONCE + Long.BYTES;
    private static final int MAC = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Keyring keyring;
    private final Clock clock;

    Challenges(JdbcClient jdbc, Keyring keyring, Clock clock) {
        this.jdbc = jdbc;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * @param whom an account's identifier; empty when nobody is known yet
     * @param secret what the browser holds in a cookie
     * @return 56 bytes
     */
    byte[] issue(Occasion occasion, String whom, String secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .put(nonce)
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        return ByteBuffer.allocate(SIGNED + MAC)
                .put(signed)
                .put(mac(signed, occasion, whom, secret))
                .array();
    }

    /** @throws Refused {@code passkey.late} when it is over, or not of this occasion, person and browser */
    void require(byte[] challenge, Occasion occasion, String whom, String secret) {
        if (challenge.length != SIGNED + MAC || secret.isEmpty()) throw new Refused("passkey.late");
        byte[] signed = Arrays.copyOf(challenge, SIGNED);
        byte[] mac = Arrays.copyOfRange(challenge, SIGNED, challenge.length);
        if (!MessageDigest.isEqual(mac, mac(signed, occasion, whom, secret))
                || !end(challenge).isAfter(clock.instant())) throw new Refused("passkey.late");
    }

    /**
     * Uses it up; of two at once, one succeeds.
     *
     * @throws Refused {@code passkey.late}
     */
    void spend(byte[] challenge) {
        int spent = jdbc.sql(
                        "INSERT INTO identity.passkey_spent (nonce, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(Arrays.copyOf(challenge, NONCE), Timestamp.from(end(challenge)))
                .update();
        if (spent != 1) throw new Refused("passkey.late");
    }

    private static Instant end(byte[] challenge) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(challenge).getLong(NONCE));
    }

    private byte[] mac(byte[] signed, Occasion occasion, String whom, String secret) {
        byte[] bound = (occasion + "\n" + whom + "\n" + secret).getBytes(StandardCharsets.UTF_8);
        return keyring.mac(
                KEY,
                ByteBuffer.allocate(SIGNED + bound.length)
                        .put(signed)
                        .put(bound)
                        .array());
    }

    @Configuration(proxyBeanMethods = false)
    static class Ended {

        @Bean
        Recurring clearingOfSpentChallenges(JdbcClient jdbc, Clock clock) {
            return new Recurring(
                    "identity.ended-challenges",
                    Duration.ofHours(1),
                    () -> jdbc.sql("DELETE FROM identity.passkey_spent WHERE expires_at < ?")
                            .param(Timestamp.from(clock.instant()))
                            .update());
        }
    }
}
