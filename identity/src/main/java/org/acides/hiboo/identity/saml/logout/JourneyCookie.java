package org.acides.hiboo.identity.saml.logout;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a journey in the browser that makes it, and nowhere else: it names several profiles of one person. It is closed
 * (AES-256-GCM) under a key that is made for it from a secret of ours, and holds for ten minutes.
 */
@Component
class JourneyCookie {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "identity.saml-journey";
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String NAME = "hiboo-leaving";
    private static final int SALT = 16;

    /** What browsers keep for sure (RFC 6265 §6.1), less the cookie's attributes. */
    private static final int LONGEST = 3800;

    private final Keyring keyring;
    private final PublicAddress address;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JourneyCookie(Keyring keyring, PublicAddress address, Clock clock) {
        this.keyring = keyring;
        this.address = address;
        this.clock = clock;
    }

    /** Of a journey that is too long for a cookie, the last legs are left out. */
    void write(Journey journey, HttpServletRequest request, HttpServletResponse response) {
        Journey kept = journey;
        String value = close(kept);
        while (value.length() > LONGEST && !kept.legs().isEmpty()) {
            kept = kept.shorter();
            value = close(kept);
        }
        set(value, LIFETIME, request, response);
    }

    Optional<Journey> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .findFirst()
                .flatMap(cookie -> open(cookie.getValue()));
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(address.isSecure(request))
                .sameSite("Lax")
                .path("/saml")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String close(Journey journey) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] json = JSON.writeValueAsBytes(journey);
        byte[] text = ByteBuffer.allocate(8 + json.length)
                .putLong(clock.instant().plus(LIFETIME).toEpochMilli())
                .put(json)
                .array();
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, salt).doFinal(text);
            byte[] whole = ByteBuffer.allocate(SALT + closed.length)
                    .put(salt)
                    .put(closed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Journey> open(String value) {
        if (value.length() > LONGEST + 100) return Optional.empty();
        try {
            byte[] whole = Base64.getUrlDecoder().decode(value);
            if (whole.length <= SALT) return Optional.empty();
            byte[] salt = Arrays.copyOf(whole, SALT);
            ByteBuffer text =
                    ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, salt).doFinal(whole, SALT, whole.length - SALT));
            if (!Instant.ofEpochMilli(text.getLong()).isAfter(clock.instant())) return Optional.empty();
            byte[] json = new byte[text.remaining()];
            text.get(json);
            return Optional.of(JSON.readValue(json, Journey.class));
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException noJourney) {
            return Optional.empty();
        }
    }

    /** The key is for this salt alone, so that the nonce may be the same for each. */
    private Cipher cipher(int mode, byte[] salt) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(keyring.mac(KEY, salt), "AES"), new GCMParameterSpec(128, new byte[12]));
        return cipher;
    }
}
