package org.acides.hiboo.identity.oidc.logout;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What applications are still to be told. An entry becomes a notice once, in the transaction that ends it. Of several
 * profiles at one service, the first is told of at once and the others some time within the hour, each by chance: that
 * they ended together would tell the service that they are one person's.
 */
@Component
class LogoutNotices {

    /** After so long the application's own session is its own affair. */
    static final Duration LIFE = Duration.ofDays(1);

    private static final String TELL = "WITH ended AS (DELETE FROM identity.oidc_entry WHERE %s"
            + " RETURNING sid, service_id, profile_id), placed AS (SELECT sid, service_id, profile_id,"
            + " dense_rank() OVER (PARTITION BY service_id ORDER BY hashtextextended(profile_id::text, :seed)) AS place"
            + " FROM ended), late AS (SELECT profile_id, random() * interval '1 hour' AS by FROM placed"
            + " WHERE place > 1 GROUP BY profile_id)"
            + " INSERT INTO identity.oidc_logout_notice (notice_id, service_id, profile_id, sid, due_at, given_up_at)"
            + " SELECT gen_random_uuid(), p.service_id, p.profile_id, p.sid, :now + coalesce(late.by, interval '0'),"
            + " :end FROM placed p LEFT JOIN late ON late.profile_id = p.profile_id"
            + " JOIN identity.oidc_client c ON c.service_id = p.service_id"
            + " WHERE c.definition -> 'backchannelLogout' <> 'null'::jsonb";

    record Notice(UUID id, ServiceRef service, ProfileId profile, String sid, boolean last) {}

    /** Published in the transaction that brings notices. */
    record Brought() {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    LogoutNotices(JdbcClient jdbc, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.clock = clock;
    }

    void tell(String[] sids) {
        tell(jdbc.sql(TELL.formatted("sid = ANY(:sids)")).param("sids", sids));
    }

    /** Everything of those profiles. */
    void tellOf(Collection<ProfileId> profiles, String[] butNot) {
        tell(jdbc.sql(TELL.formatted("profile_id = ANY(:profiles) AND sid <> ALL(:kept)"))
                .param("profiles", profiles.stream().map(ProfileId::value).toArray(UUID[]::new))
                .param("kept", butNot));
    }

    /** Everything there but of those profiles. */
    void tellOfOthersAt(ServiceRef service, Collection<ProfileId> kept) {
        tell(jdbc.sql(TELL.formatted("service_id = :service AND profile_id <> ALL(:kept)"))
                .param("service", service.value())
                .param("kept", kept.stream().map(ProfileId::value).toArray(UUID[]::new)));
    }

    private void tell(JdbcClient.StatementSpec which) {
        OffsetDateTime now = now();
        int brought = which.param("seed", ThreadLocalRandom.current().nextLong())
                .param("now", now)
                // To the hour: what ended together is not to be seen by its end.
                .param("end", now.plus(LIFE).truncatedTo(ChronoUnit.HOURS))
                .update();
        if (brought > 0) publisher.publishEvent(new Brought());
    }

    /** Nobody is told of anything there any more. */
    void forget(ServiceRef service) {
        for (String table : List.of("identity.oidc_entry", "identity.oidc_logout_notice"))
            jdbc.sql("DELETE FROM " + table + " WHERE service_id = ?")
                    .param(service.value())
                    .update();
    }

    /**
     * The next that is due. It is due again later, as though this try had failed already: whoever dies on the way leaves
     * it to the others.
     *
     * @param busy services that are not to be told just now
     */
    Optional<Notice> take(Collection<ServiceRef> busy) {
        return jdbc.sql("UPDATE identity.oidc_logout_notice SET attempts = attempts + 1, due_at = :now"
                        + " + least(interval '1 hour', interval '30 seconds' * power(2, least(attempts, 10)))"
                        + " WHERE notice_id = (SELECT notice_id FROM identity.oidc_logout_notice"
                        + " WHERE due_at <= :now AND service_id <> ALL(:busy)"
                        + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
                        + " RETURNING notice_id, service_id, profile_id, sid, due_at >= given_up_at AS last")
                .param("now", now())
                .param("busy", busy.stream().map(ServiceRef::value).toArray(UUID[]::new))
                .query((row, number) -> new Notice(
                        row.getObject("notice_id", UUID.class),
                        new ServiceRef(row.getObject("service_id", UUID.class)),
                        new ProfileId(row.getObject("profile_id", UUID.class)),
                        row.getString("sid"),
                        row.getBoolean("last")))
                .optional();
    }

    void done(Notice notice) {
        jdbc.sql("DELETE FROM identity.oidc_logout_notice WHERE notice_id = ?")
                .param(notice.id())
                .update();
    }

    int waiting() {
        return jdbc.sql("SELECT count(*) FROM identity.oidc_logout_notice")
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
