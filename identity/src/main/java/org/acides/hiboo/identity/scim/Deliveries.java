package org.acides.hiboo.identity.scim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What services are still to be told. After three days nobody tries any more, until an admin asks for it. */
@Component
class Deliveries {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final int ROUND = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param change differs once the profile changed again */
    record Delivery(ProfileId profile, ServiceRef service, long change, int attempts, Instant askedAt) {}

    /** In the caller's transaction; nothing where the service is not told. */
    void ask(ProfileId profile, ServiceRef service) {
        jdbc.sql("INSERT INTO identity.scim_delivery (profile_id, service_id, asked_at, due_at)"
                        + " SELECT ?, service_id, ?, ? FROM identity.scim_target WHERE service_id = ?"
                        + " ON CONFLICT (profile_id) DO UPDATE SET change = scim_delivery.change + 1,"
                        + " asked_at = EXCLUDED.asked_at, due_at = EXCLUDED.due_at, attempts = 0, given_up = false")
                .param(profile.value())
                .param(now())
                .param(now())
                .param(service.value())
                .update();
    }

    List<Delivery> due() {
        return jdbc.sql("SELECT * FROM identity.scim_delivery WHERE NOT given_up AND due_at <= ?"
                        + " ORDER BY due_at, profile_id LIMIT ?")
                .param(now())
                .param(ROUND)
                .query(Deliveries::delivery)
                .list();
    }

    /** A profile that changed while its service was told is told of again. */
    void done(Delivery delivery) {
        jdbc.sql("DELETE FROM identity.scim_delivery WHERE profile_id = ? AND change = ?")
                .param(delivery.profile().value())
                .param(delivery.change())
                .update();
    }

    /** @param after how long the service asked to be left alone; null where it said nothing */
    void failed(Delivery delivery, String why, @Nullable Duration after) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(delivery.attempts(), 0, 20));
        if (wait.compareTo(LONGEST_WAIT) > 0) wait = LONGEST_WAIT;
        if (after != null && after.compareTo(wait) > 0) wait = after.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : after;
        Instant next = clock.instant().plus(wait);
        jdbc.sql("UPDATE identity.scim_delivery SET attempts = attempts + 1, failure = ?, due_at = ?, given_up = ?"
                        + " WHERE profile_id = ? AND change = ?")
                .param(why)
                .param(next.atOffset(ZoneOffset.UTC))
                .param(next.isAfter(delivery.askedAt().plus(PATIENCE)))
                .param(delivery.profile().value())
                .param(delivery.change())
                .update();
    }

    void again(ServiceRef service) {
        jdbc.sql("UPDATE identity.scim_delivery SET due_at = :now, asked_at = :now, attempts = 0, given_up = false"
                        + " WHERE service_id = :service")
                .param("now", now())
                .param("service", service.value())
                .update();
    }

    void forget(ServiceRef service) {
        for (String table : new String[] {"identity.scim_delivery", "identity.scim_user"})
            jdbc.sql("DELETE FROM " + table + " WHERE service_id = ?")
                    .param(service.value())
                    .update();
    }

    /** What the service calls the profile, if it was found there before. */
    Optional<String> remoteId(ProfileId profile) {
        return jdbc.sql("SELECT remote_id FROM identity.scim_user WHERE profile_id = ?")
                .param(profile.value())
                .query(String.class)
                .optional();
    }

    void found(Delivery delivery, String remoteId) {
        jdbc.sql("INSERT INTO identity.scim_user (profile_id, service_id, remote_id) VALUES (?, ?, ?)"
                        + " ON CONFLICT (profile_id) DO UPDATE SET remote_id = EXCLUDED.remote_id")
                .param(delivery.profile().value())
                .param(delivery.service().value())
                .param(remoteId)
                .update();
    }

    void gone(ProfileId profile) {
        jdbc.sql("DELETE FROM identity.scim_user WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                new ProfileId(row.getObject("profile_id", UUID.class)),
                new ServiceRef(row.getObject("service_id", UUID.class)),
                row.getLong("change"),
                row.getInt("attempts"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
