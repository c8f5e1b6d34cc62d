package org.acides.hiboo.identity.oidc.authorization;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers when a request first came, in the address that the person travels with: the time, and a MAC over it and over
 * the request. Who strikes it out is asked once more to prove who they are; who has it changed, too. It holds for an hour.
 */
@Component
class Arrivals {

    static final String PARAMETER = "arrived";

    private static final String KEY = "identity.authorization-arrival";
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int LENGTH = 8 + 32;

    private final Keyring keyring;
    private final Clock clock;

    Arrivals(Keyring keyring, Clock clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    /** 54 characters of base64url: that the request came first at that time. */
    String sign(Parameters request, Instant first) {
        byte[] token = ByteBuffer.allocate(LENGTH)
                .putLong(first.toEpochMilli())
                .put(mac(request, first.toEpochMilli()))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** When the request first came, to the millisecond below, if the token was signed for this very request. */
    Optional<Instant> verify(Parameters request, @Nullable String token) {
        if (token == null || token.length() != 54) return Optional.empty();
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        long millis = ByteBuffer.wrap(bytes).getLong();
        if (!MessageDigest.isEqual(Arrays.copyOfRange(bytes, 8, LENGTH), mac(request, millis))) return Optional.empty();
        Instant first = Instant.ofEpochMilli(millis);
        return first.plus(LIFETIME).isAfter(clock.instant()) ? Optional.of(first) : Optional.empty();
    }

    private byte[] mac(Parameters request, long millis) {
        byte[] query = request.query().getBytes(StandardCharsets.UTF_8);
        return keyring.mac(
                KEY,
                ByteBuffer.allocate(8 + query.length).putLong(millis).put(query).array());
    }
}
