package org.acides.hiboo.identity.history;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.AccessWithdrawn;
import org.acides.hiboo.identity.api.events.AliasSilenced;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.ProfileArrived;
import org.acides.hiboo.identity.api.events.ProfileClaimed;
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
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills {@code identity.my_history} with what happens to profiles; each row goes under its profile. */
@Component
@ProcessingGroup("projection.identity.my-history")
class MyHistoryProjection {

    private final MyHistoryRows rows;
    private final Sealer sealer;

    MyHistoryProjection(MyHistoryRows rows, Sealer sealer) {
        this.rows = rows;
        this.sealer = sealer;
    }

    @EventHandler
    void on(ProfileRequested event, EventMessage<?> message) {
        named(event.profileId(), event.service(), event.username(), event.at(), message);
    }

    @EventHandler
    void on(ProfileCreated event, EventMessage<?> message) {
        named(event.profileId(), event.service(), event.username(), event.at(), message);
    }

    /** Stands for the creation, which came with it: to its owner the profile is an old one. */
    @EventHandler
    void on(ProfileClaimed event, EventMessage<?> message) {
        rows.startAnew(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileArrived event, EventMessage<?> message) {
        rows.startAnew(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileRenamed event, EventMessage<?> message) {
        named(event.profileId(), rows.serviceOf(event.profileId()), event.username(), event.at(), message);
    }

    @EventHandler
    void on(ProfileRefused event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileSuspended event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileRestored event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ClaimContested event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    /** What those may read who do not have it is kept by the decision itself. */
    @EventHandler
    void on(ContestDecided event, EventMessage<?> message) {
        switch (event.outcome()) {
            case STAYS -> rows.ofProfile(event.profileId(), event.at(), message);
            case MOVES -> rows.startAnew(event.profileId(), event.at(), message);
            case LOCKED -> rows.remove(event.profileId());
        }
    }

    @EventHandler
    void on(ProfileDeleted event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileDeletionUndone event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(AccessWithdrawn event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(AliasSilenced event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    /** What was before is its former owner's. */
    @EventHandler
    void on(ProfileTransferred event, EventMessage<?> message) {
        rows.startAnew(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileRequestWithdrawn event) {
        rows.remove(event.profileId());
    }

    /** What its owner may read afterwards is kept by the erasure itself: nothing else says whose the profile was. */
    @EventHandler
    void on(ProfileErased event) {
        rows.remove(event.profileId());
    }

    @ResetHandler
    void empty() {
        rows.empty();
    }

    private void named(
            ProfileId profile,
            @Nullable ServiceRef service,
            Sealed<String> username,
            Instant at,
            EventMessage<?> message) {
        sealer.open(username, String.class).ifPresent(name -> rows.ofProfile(profile, service, name, at, message));
    }
}
