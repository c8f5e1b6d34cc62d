package org.acides.hiboo.identity.oidc.dpop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.LongStream;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What proofs must hold where the operator wants none that were made in advance (RFC 9449 §8): a MAC over the
 * number of a minute. The same on every node, and kept nowhere; good for five minutes.
 */
@Component
public class Nonces {

    static final String HEADER = "DPoP-Nonce";

    private static final String KEY = "identity.dpop-nonce";
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int GOOD_FOR = 5;

    private final Keyring keyring;
    private final Clock clock;
    private final boolean wanted;

    Nonces(Keyring keyring, Clock clock, @Value("${hiboo.oidc.dpop-nonce:false}") boolean wanted) {
        this.keyring = keyring;
        this.clock = clock;
        this.wanted = wanted;
    }

    boolean wanted() {
        return wanted;
    }

    /** 43 characters of base64url. */
    String current() {
        return of(now());
    }

    boolean holds(@Nullable String nonce) {
        if (nonce == null) return false;
        byte[] sent = nonce.getBytes(StandardCharsets.UTF_8);
        long now = now();
        return LongStream.rangeClosed(now - GOOD_FOR, now)
                .anyMatch(minute -> MessageDigest.isEqual(of(minute).getBytes(StandardCharsets.UTF_8), sent));
    }

    private long now() {
        return clock.instant().getEpochSecond() / STEP.toSeconds();
    }

    private String of(long minute) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(minute).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keyring.mac(KEY, number));
    }
}
