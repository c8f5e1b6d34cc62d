package org.acides.hiboo.identity.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.AliasSilenced;
import org.acides.hiboo.identity.api.events.ProfileArrived;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileDeletionUndone;
import org.acides.hiboo.identity.api.events.ProfileErased;
import org.acides.hiboo.identity.api.events.ProfileRefused;
import org.acides.hiboo.identity.api.events.ProfileRenamed;
import org.acides.hiboo.identity.api.events.ProfileRequestWithdrawn;
import org.acides.hiboo.identity.api.events.ProfileRequested;
import org.acides.hiboo.identity.api.events.ProfileRestored;
import org.acides.hiboo.identity.api.events.ProfileSuspended;
import org.acides.hiboo.identity.api.events.ProfileTransferred;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how profiles stand, and their usernames, in the transaction of their own events. What was erased since is left out of
 * a replay.
 */
@Component
@ProcessingGroup("lookup.identity.profile")
class ProfileLookup {

    private final JdbcClient jdbc;
    private final Usernames usernames;
    private final KeptSubjects subjects;
    private final Sealer sealer;

    ProfileLookup(JdbcClient jdbc, Usernames usernames, KeptSubjects subjects, Sealer sealer) {
        this.jdbc = jdbc;
        this.usernames = usernames;
        this.subjects = subjects;
        this.sealer = sealer;
    }

    @EventHandler
    void on(ProfileRequested event) {
        sealer.open(event.username(), String.class).ifPresent(username -> {
            add(event.profileId(), event.service(), username, "REQUESTED", event.at());
            set(event.profileId(), "message_box = ?", event.message().box());
        });
    }

    @EventHandler
    void on(ProfileCreated event) {
        String username = sealer.open(event.username(), String.class).orElse(null);
        String alias = sealer.open(event.alias(), String.class).orElse(null);
        if (username == null || alias == null) return;
        if (!set(event.profileId(), "state = 'LIVE', message_box = NULL, created_at = ?", time(event.at())))
            add(event.profileId(), event.service(), username, "LIVE", event.at());
        set(event.profileId(), "alias = ?", alias);
    }

    @EventHandler
    void on(ProfileArrived event) {
        String subject = sealer.open(event.subject(), String.class).orElse(null);
        subjects.keep(event.profileId(), event.reserved(), subject);
        set(event.profileId(), "created_at = ?", time(event.since()));
    }

    /** The name was never used: somebody else may have it. */
    @EventHandler
    void on(ProfileRefused event) {
        set(
                event.profileId(),
                "state = 'REFUSED', message_box = NULL, reason_box = ?, ended_at = ?",
                event.reason().box(),
                time(event.at()));
        usernames.release(event.profileId());
    }

    @EventHandler
    void on(ProfileRequestWithdrawn event) {
        usernames.release(event.profileId());
        remove(event.profileId());
    }

    @EventHandler
    void on(ProfileRenamed event) {
        String username = sealer.open(event.username(), String.class).orElse(null);
        if (username == null) return;
        jdbc.sql("UPDATE identity.profile SET username = ? WHERE profile_id = ? RETURNING service_id")
                .params(username, event.profileId().value())
                .query(UUID.class)
                .optional()
                .ifPresent(service -> usernames.take(event.profileId(), new ServiceRef(service), username));
    }

    @EventHandler
    void on(ProfileSuspended event) {
        set(
                event.profileId(),
                "suspended = true, reason_box = ?",
                event.reason().box());
    }

    @EventHandler
    void on(ProfileRestored event) {
        set(event.profileId(), "suspended = false, reason_box = NULL");
    }

    @EventHandler
    void on(AliasSilenced event) {
        set(event.profileId(), "silenced = true");
    }

    @EventHandler
    void on(ProfileTransferred event) {
        forgetChoice(event.profileId());
    }

    @EventHandler
    void on(ProfileDeleted event) {
        set(event.profileId(), "state = 'DELETED', ended_at = ?", time(event.at()));
        forgetChoice(event.profileId());
    }

    @EventHandler
    void on(ProfileDeletionUndone event) {
        set(event.profileId(), "state = 'LIVE', ended_at = NULL");
    }

    @EventHandler
    void on(ProfileErased event) {
        usernames.reserve(event.profileId(), event.reserved());
        subjects.forget(event.profileId());
        remove(event.profileId());
    }

    private void add(ProfileId profile, ServiceRef service, String username, String state, Instant at) {
        usernames.take(profile, service, username);
        jdbc.sql("INSERT INTO identity.profile (profile_id, service_id, username, state, created_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(profile.value(), service.value(), username, state, time(at))
                .update();
    }

    private boolean set(ProfileId profile, String change, Object... values) {
        return jdbc.sql("UPDATE identity.profile SET " + change + " WHERE profile_id = ?")
                        .params(values)
                        .param(profile.value())
                        .update()
                == 1;
    }

    private void remove(ProfileId profile) {
        jdbc.sql("DELETE FROM identity.profile WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }

    private void forgetChoice(ProfileId profile) {
        jdbc.sql("DELETE FROM identity.profile_choice WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }

    private static Object time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
