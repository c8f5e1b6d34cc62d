package org.acides.hiboo.identity.oidc.device;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Devices that wait for somebody to confirm their code: ten minutes. The row is gone once somebody did, so that it joins
 * nothing to whoever it was; from then on the device code is the code of a grant.
 */
@Component
class Devices {

    static final Duration PATIENCE = Duration.ofMinutes(10);
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final String KEY = "identity.oidc-user-code";
    private static final int LONGEST_WAIT = 60;

    private final JdbcClient jdbc;
    private final Keyring keyring;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Devices(JdbcClient jdbc, Keyring keyring, Clock clock) {
        this.jdbc = jdbc;
        this.keyring = keyring;
        this.clock = clock;
    }

    record Begun(String deviceCode, UserCode userCode, Instant endsAt) {}

    /** @param hash SHA-256 of the device code */
    record Waiting(byte[] hash, ServiceRef service, Set<String> scopes, Instant endsAt) {}

    enum Poll {
        PENDING,
        HASTY,
        DENIED,
        EXPIRED
    }

    /** Two who draw the same letters draw once more. */
    Begun begin(ServiceRef service, Set<String> scopes) {
        for (int attempt = 0; ; attempt++)
            try {
                return insert(service, scopes);
            } catch (DuplicateKeyException drawnBefore) {
                if (attempt == 5) throw drawnBefore;
            }
    }

    private Begun insert(ServiceRef service, Set<String> scopes) {
        String deviceCode = Secret.fresh();
        UserCode userCode = UserCode.random(random);
        Instant endsAt = clock.instant().plus(PATIENCE);
        jdbc.sql("INSERT INTO identity.oidc_device (device_hash, user_code, service_id, scopes, wait, ends_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .param(Secret.digest(deviceCode))
                .param(named(userCode))
                .param(service.value())
                .param(String.join(" ", scopes))
                .param(INTERVAL.toSeconds())
                .param(endsAt.atOffset(ZoneOffset.UTC))
                .update();
        return new Begun(deviceCode, userCode, endsAt);
    }

    /** What waits under a code that nobody answered yet. */
    Optional<Waiting> find(UserCode code) {
        return jdbc.sql("SELECT device_hash, service_id, scopes, ends_at FROM identity.oidc_device"
                        + " WHERE user_code = ? AND NOT denied AND ends_at > ?")
                .param(named(code))
                .param(now())
                .query(Devices::waiting)
                .optional();
    }

    /** False when somebody was faster, or it waited too long. */
    boolean take(Waiting waiting) {
        return jdbc.sql("DELETE FROM identity.oidc_device WHERE device_hash = ? AND NOT denied AND ends_at > ?")
                        .param(waiting.hash())
                        .param(now())
                        .update()
                == 1;
    }

    void deny(Waiting waiting) {
        jdbc.sql("UPDATE identity.oidc_device SET denied = true WHERE device_hash = ?")
                .param(waiting.hash())
                .update();
    }

    /**
     * What a device is answered that asks whether it was confirmed; empty when nothing waits under its code (any more). One
     * that does not wait long enough has to wait five seconds more (RFC 8628 §3.5); a second is the network's.
     */
    Optional<Poll> poll(byte[] hash, ServiceRef service) {
        return jdbc.sql("UPDATE identity.oidc_device d SET polled_at = :now,"
                        + " wait = least(:longest, d.wait + CASE WHEN before.hasty THEN 5 ELSE 0 END)"
                        + " FROM (SELECT device_hash, coalesce(:now < polled_at + make_interval(secs => wait - 1), false)"
                        + " AS hasty FROM identity.oidc_device WHERE device_hash = :hash FOR UPDATE) before"
                        + " WHERE d.device_hash = before.device_hash AND d.service_id = :service"
                        + " RETURNING before.hasty, d.denied, d.ends_at <= :now")
                .param("now", now())
                .param("longest", LONGEST_WAIT)
                .param("hash", hash)
                .param("service", service.value())
                .query((row, number) -> poll(row))
                .optional();
    }

    void purge() {
        jdbc.sql("DELETE FROM identity.oidc_device WHERE ends_at < ?")
                .param(clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Poll poll(ResultSet row) throws SQLException {
        if (row.getBoolean(3)) return Poll.EXPIRED;
        if (row.getBoolean(2)) return Poll.DENIED;
        return row.getBoolean(1) ? Poll.HASTY : Poll.PENDING;
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        String scopes = row.getString("scopes");
        return new Waiting(
                row.getBytes("device_hash"),
                new ServiceRef(row.getObject("service_id", UUID.class)),
                scopes.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(scopes.split(" "))),
                row.getObject("ends_at", OffsetDateTime.class).toInstant());
    }

    /** So few letters are found again from a plain hash. */
    private byte[] named(UserCode code) {
        return keyring.mac(KEY, code.letters().getBytes(StandardCharsets.US_ASCII));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
