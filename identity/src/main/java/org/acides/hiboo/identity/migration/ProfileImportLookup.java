package org.acides.hiboo.identity.migration;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.events.ProfileClaimed;
import org.acides.hiboo.identity.api.events.ProfileImportCancelled;
import org.acides.hiboo.identity.api.events.ProfileImportClosed;
import org.acides.hiboo.identity.api.events.ProfileImportFinished;
import org.acides.hiboo.identity.api.events.ProfileImportStarted;
import org.acides.hiboo.identity.api.events.ProfilesReserved;
import org.acides.hiboo.identity.api.events.ProfilesReserved.Reserved;
import org.acides.hiboo.identity.profile.UsernamePolicy;
import org.acides.hiboo.identity.profile.Usernames;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps imports and unclaimed profiles in the transaction of their events. What was erased since is left out of a replay. */
@Component
@ProcessingGroup("lookup.identity.profile-import")
class ProfileImportLookup {

    private final JdbcClient jdbc;
    private final Usernames usernames;
    private final Sealer sealer;

    ProfileImportLookup(JdbcClient jdbc, Usernames usernames, Sealer sealer) {
        this.jdbc = jdbc;
        this.usernames = usernames;
        this.sealer = sealer;
    }

    @EventHandler
    void on(ProfileImportStarted event) {
        try {
            jdbc.sql("INSERT INTO identity.profile_import (import_id, service_id, state, started_at)"
                            + " VALUES (?, ?, 'RUNNING', ?)")
                    .params(
                            event.importId().value(),
                            event.service().value(),
                            event.at().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException another) {
            throw new Refused("import.running");
        }
    }

    /** A username that was taken meanwhile undoes the whole batch, which is then put together anew without it. */
    @EventHandler
    void on(ProfilesReserved event) {
        Map<UUID, String> opened = new LinkedHashMap<>(
                sealer.openAll(event.profiles().stream().map(Reserved::username).toList(), String.class));
        UUID[] profiles = opened.keySet().toArray(UUID[]::new);
        String[] names = opened.values().toArray(String[]::new);
        String[] skeletons =
                opened.values().stream().map(UsernamePolicy::skeleton).toArray(String[]::new);
        jdbc.sql("INSERT INTO identity.taken_username (service_id, skeleton, username, profile_id)"
                        + " SELECT ?, * FROM unnest(?::text[], ?::text[], ?::uuid[])")
                .param(event.service().value())
                .param(skeletons)
                .param(names)
                .param(profiles)
                .update();
        // After the names were taken: an erasure that was under way has been waited for.
        if (!usernames.reserved(event.service(), List.of(skeletons)).isEmpty()) throw new Refused("username.taken");
        jdbc.sql("INSERT INTO identity.unclaimed_profile (import_id, service_id, profile_id, username, skeleton)"
                        + " SELECT ?, ?, * FROM unnest(?::uuid[], ?::text[], ?::text[])")
                .param(event.importId().value())
                .param(event.service().value())
                .param(profiles)
                .param(names)
                .param(skeletons)
                .update();
        jdbc.sql("UPDATE identity.profile_import SET reserved = reserved + ? WHERE import_id = ?")
                .params(event.profiles().size(), event.importId().value())
                .update();
    }

    @EventHandler
    void on(ProfileImportFinished event) {
        enter(event.importId(), "FINISHED");
    }

    @EventHandler
    void on(ProfileImportCancelled event) {
        enter(event.importId(), "CANCELLED");
        jdbc.sql("WITH gone AS (DELETE FROM identity.unclaimed_profile WHERE import_id = ? RETURNING profile_id)"
                        + " DELETE FROM identity.taken_username USING gone"
                        + " WHERE taken_username.profile_id = gone.profile_id")
                .param(event.importId().value())
                .update();
    }

    @EventHandler
    void on(ProfileImportClosed event) {
        enter(event.importId(), "CLOSED");
        jdbc.sql("DELETE FROM identity.unclaimed_profile WHERE import_id = ?")
                .param(event.importId().value())
                .update();
    }

    @EventHandler
    void on(ProfileClaimed event) {
        jdbc.sql("DELETE FROM identity.unclaimed_profile WHERE profile_id = ?")
                .param(event.profileId().value())
                .update();
    }

    private void enter(ImportId id, String state) {
        jdbc.sql("UPDATE identity.profile_import SET state = ? WHERE import_id = ?")
                .params(state, id.value())
                .update();
    }
}
