package org.acides.hiboo.identity.saml;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries what was verified once in the address while a browser goes to and fro: under a MAC of our own, for one purpose,
 * for an hour. A ticket can be used by whoever holds it, as the message could that it stands for; that it is acted upon
 * once, {@link SpentMessages} sees to.
 */
@Component
public class Tickets {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "identity.saml-ticket";
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** So that an address with it, encoded twice, is one that browsers and proxies take. */
    private static final int LONGEST = 6000;

    private final Keyring keyring;
    private final Clock clock;

    Tickets(Keyring keyring, Clock clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * Characters of base64url and a dot.
     *
     * @param content a record
     * @throws Refusal MALFORMED when it is too much
     */
    public String issue(String purpose, Object content) {
        byte[] json = JSON.writeValueAsBytes(content);
        String body = encode(ByteBuffer.allocate(8 + json.length)
                .putLong(clock.instant().plus(LIFETIME).toEpochMilli())
                .put(json)
                .array());
        if (body.length() > LONGEST) throw new Refusal(Why.MALFORMED);
        return body + "." + encode(mac(purpose, body));
    }

    /** @throws Refusal STALE for anything that is no ticket of that purpose, or was one for too long */
    public <T> T read(String purpose, String ticket, Class<T> type) {
        int dot = ticket.indexOf('.');
        if (dot < 0 || ticket.length() > LONGEST + 100) throw new Refusal(Why.STALE);
        String body = ticket.substring(0, dot);
        try {
            byte[] mac = Base64.getUrlDecoder().decode(ticket.substring(dot + 1));
            if (!MessageDigest.isEqual(mac, mac(purpose, body))) throw new Refusal(Why.STALE);
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(body));
            if (!Instant.ofEpochMilli(bytes.getLong()).isAfter(clock.instant())) throw new Refusal(Why.STALE);
            byte[] json = new byte[bytes.remaining()];
            bytes.get(json);
            return JSON.readValue(json, type);
        } catch (IllegalArgumentException | JacksonException noTicket) {
            throw new Refusal(Why.STALE);
        }
    }

    private byte[] mac(String purpose, String body) {
        return keyring.mac(KEY, (purpose + "\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
