package org.acides.hiboo.identity.oidc.logout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which applications have to be told when a session is over: those that were given an ID token of it. */
@Component
public class Entries {

    /** As long as a family of tokens may live, unless the operator says otherwise. */
    private static final int KEPT_DAYS = 180;

    private static final int CHANCE_DAYS = 30;

    /** @param sid what the session is called at that service */
    record Entry(String sid, ServiceRef service, ProfileId profile) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Entries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of an application that wants to be told. Saying it twice is fine. */
    public void note(ServiceRef service, ProfileId profile, String sid) {
        int days = KEPT_DAYS + ThreadLocalRandom.current().nextInt(CHANCE_DAYS);
        jdbc.sql("INSERT INTO identity.oidc_entry (sid, service_id, profile_id, forgotten_on) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (sid) DO NOTHING")
                .params(sid, service.value(), profile.value(), today().plusDays(days))
                .update();
    }

    List<Entry> of(String[] sids) {
        return jdbc.sql("SELECT sid, service_id, profile_id FROM identity.oidc_entry WHERE sid = ANY(?)")
                .param(sids)
                .query((row, number) -> new Entry(
                        row.getString(1),
                        new ServiceRef(row.getObject(2, UUID.class)),
                        new ProfileId(row.getObject(3, UUID.class))))
                .list();
    }

    void purge() {
        jdbc.sql("DELETE FROM identity.oidc_entry WHERE forgotten_on <= ?")
                .param(today())
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
