package org.acides.hiboo.identity.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileRenamed;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the live profiles and every username ever used, in the transaction of the profile's own events: of two members
 * who race for one name, the slower is refused by the database. What was erased since is left out of a replay.
 */
@Component
@ProcessingGroup("lookup.identity.profile")
class ProfileLookup {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    ProfileLookup(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @EventHandler
    void on(ProfileCreated event) {
        String username = sealer.open(event.username(), String.class).orElse(null);
        String alias = sealer.open(event.alias(), String.class).orElse(null);
        if (username == null || alias == null) return;
        take(event.profileId(), event.service().value(), username);
        jdbc.sql("INSERT INTO identity.profile (profile_id, service_id, username, alias, state, created_at)"
                        + " VALUES (?, ?, ?, ?, 'LIVE', ?)")
                .param(event.profileId().value())
                .param(event.service().value())
                .param(username)
                .param(alias)
                .param(event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(ProfileRenamed event) {
        String username = sealer.open(event.username(), String.class).orElse(null);
        if (username == null) return;
        UUID id = event.profileId().value();
        jdbc.sql("UPDATE identity.profile SET username = ? WHERE profile_id = ? RETURNING service_id")
                .param(username)
                .param(id)
                .query(UUID.class)
                .optional()
                .ifPresent(service -> take(event.profileId(), service, username));
    }

    @EventHandler
    void on(ProfileDeleted event) {
        jdbc.sql("UPDATE identity.profile SET state = 'DELETED' WHERE profile_id = ?")
                .param(event.profileId().value())
                .update();
        jdbc.sql("DELETE FROM identity.profile_choice WHERE profile_id = ?")
                .param(event.profileId().value())
                .update();
    }

    /** A profile may go back to a name of its own. */
    private void take(ProfileId profile, UUID service, String username) {
        String skeleton = UsernamePolicy.skeleton(username);
        int taken = jdbc.sql("INSERT INTO identity.taken_username (service_id, skeleton, username, profile_id)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT (service_id, skeleton) DO NOTHING")
                .param(service)
                .param(skeleton)
                .param(username)
                .param(profile.value())
                .update();
        if (taken == 1) return;
        Holder holder = jdbc.sql("SELECT profile_id, username FROM identity.taken_username"
                        + " WHERE service_id = ? AND skeleton = ?")
                .param(service)
                .param(skeleton)
                .query(Holder::read)
                .single();
        if (holder.profile().equals(profile.value())) return;
        throw new Refused(holder.username().equals(username) ? "username.taken" : "username.confusable");
    }

    private record Holder(UUID profile, String username) {
        static Holder read(ResultSet row, int number) throws SQLException {
            return new Holder(row.getObject(1, UUID.class), row.getString(2));
        }
    }
}
