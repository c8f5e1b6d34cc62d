package org.acides.hiboo.captcha.challenge;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.acides.hiboo.infrastructure.sealing.Box;
import org.springframework.stereotype.Component;

/**
 * Answers that travel with their challenges, and that nobody can read on the way: AES-256-GCM under the key of the day,
 * bound to nonce, end and kind. As text: nonce, end in seconds, kind, and the box in base64url, with dots between.
 */
@Component
public class Answers {

    private static final int LONGEST = 2_000;

    private final Keys keys;
    private final Lifetime lifetime;

    Answers(Keys keys, Lifetime lifetime) {
        this.keys = keys;
        this.lifetime = lifetime;
    }

    /**
     * What a picture or a sound is made from; the same each time.
     *
     * @param nonce 32 hexadecimal digits of the challenge, for whatever is to look random
     */
    public record Shown(String kind, String answer, String nonce) {

        /** Never shows the answer. */
        @Override
        public String toString() {
            return "Shown[" + kind + "]";
        }
    }

    /** @param sealed what stood in the place of {@link org.acides.hiboo.captcha.kind.Posed#SEALED}; anything else is empty */
    public Optional<Shown> shownBy(String sealed) {
        String[] parts = sealed.length() > LONGEST ? new String[0] : sealed.split("\\.", -1);
        if (parts.length != 4) return Optional.empty();
        try {
            Instant issued = Instant.ofEpochSecond(Long.parseLong(parts[1])).minus(Lifetime.CHALLENGE);
            lifetime.require(issued, Lifetime.CHALLENGE);
            byte[] box = Base64.getUrlDecoder().decode(parts[3]);
            byte[] answer = Box.open(keys.sealing(issued), owner(parts[0], parts[1], parts[2]), box);
            return Optional.of(new Shown(parts[2], new String(answer, StandardCharsets.UTF_8), parts[0]));
        } catch (NotSolved | IllegalArgumentException | IllegalStateException | DateTimeException forgedOrEnded) {
            return Optional.empty();
        }
    }

    String seal(String nonce, Instant issued, String kind, String answer) {
        String end = Long.toString(issued.plus(Lifetime.CHALLENGE).getEpochSecond());
        byte[] box = Box.close(keys.sealing(issued), owner(nonce, end, kind), answer.getBytes(StandardCharsets.UTF_8));
        return String.join(
                ".", nonce, end, kind, Base64.getUrlEncoder().withoutPadding().encodeToString(box));
    }

    private static byte[] owner(String nonce, String end, String kind) {
        return String.join(".", nonce, end, kind).getBytes(StandardCharsets.UTF_8);
    }
}
