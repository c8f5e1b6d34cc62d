package org.acides.hiboo.identity.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Time-based one-time passwords (RFC 6238) of the one make that every authenticator application knows: HMAC-SHA-1, six
 * digits, steps of thirty seconds since 1970.
 */
public final class Totp {

    public static final Duration STEP = Duration.ofSeconds(30);

    /** How many steps a clock may be off, either way (RFC 6238 §5.2 asks for one at most). */
    private static final int DRIFT = 1;

    /** RFC 4226 §4, R6. */
    private static final int SECRET_BYTES = 20;

    private static final int DIGITS = 6;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** 160 random bits in 32 characters of Base32 (RFC 4648 §6). */
    static String freshSecret() {
        byte[] bits = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bits);
        return new Base32().encodeToString(bits);
    }

    /** The six digits that an application with this secret shows at that time. */
    public static String code(String secret, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS)
                    .generateOneTimePasswordString(
                            new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("no secret of ours", e);
        }
    }

    /** The step whose code was typed, now or next to now; empty when it is none of these. It looks at each, always. */
    static OptionalLong step(String secret, String typed, Instant now) {
        byte[] digits = typed.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (int off = -DRIFT; off <= DRIFT; off++) {
            Instant then = now.plus(STEP.multipliedBy(off));
            byte[] right = code(secret, then).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, digits))
                found = OptionalLong.of(Math.floorDiv(then.getEpochSecond(), STEP.toSeconds()));
        }
        return found;
    }

    /**
     * What an enrolment's QR code says ({@code otpauth}, as in Google Authenticator's «Key Uri Format»). Digits, period and
     * algorithm are the usual ones, and unsaid: some applications trip over them.
     *
     * @param issuer the instance's host, with its port where it has an unusual one
     */
    public static String address(String secret, String issuer, String loginName) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(loginName) + "?secret=" + secret + "&issuer="
                + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
