package org.acides.hiboo.identity.profile;

import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.AccessWithdrawn;
import org.acides.hiboo.identity.api.events.AliasSilenced;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.ProfileApproved;
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
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A face that an account shows to one service. It does not know its owner: the owner is sealed in its first event, and
 * {@link ProfileCommands} and {@link ProfileRequests} let nobody else near.
 */
@Aggregate
public class Profile {

    private enum Stage {
        REQUESTED,
        REFUSED,
        LIVE,
        DELETED,
        GONE
    }

    @AggregateIdentifier
    private @Nullable ProfileId id;

    private Stage stage = Stage.GONE;
    private boolean suspended;
    private boolean contested;
    private boolean silenced;
    private @Nullable ProfileRequested request;

    /** For Axon, which then applies the profile's events. */
    Profile() {}

    /** One that lives at once. */
    Profile(
            ProfileId id,
            ServiceRef service,
            Sealed<AccountId> owner,
            Sealed<String> username,
            Sealed<String> alias,
            Instant now) {
        AggregateLifecycle.apply(new ProfileCreated(id, service, owner, username, alias, now));
    }

    /** One that waits for an answer. */
    Profile(ProfileRequested request) {
        AggregateLifecycle.apply(request);
    }

    /** @throws Refused {@code profile.not-waiting} */
    void approve(Sealed<String> alias, Instant now) {
        ProfileId waiting = in(Stage.REQUESTED, "profile.not-waiting");
        if (request == null) throw new IllegalStateException("nothing was asked for");
        ProfileRequested asked = request;
        AggregateLifecycle.apply(new ProfileApproved(waiting, now));
        AggregateLifecycle.apply(
                new ProfileCreated(waiting, asked.service(), asked.owner(), asked.username(), alias, now));
    }

    /** @throws Refused {@code profile.not-waiting} */
    void refuse(Sealed<String> reason, Instant now) {
        AggregateLifecycle.apply(new ProfileRefused(in(Stage.REQUESTED, "profile.not-waiting"), reason, now));
    }

    /** @throws Refused {@code profile.not-waiting} once approved */
    void withdrawRequest(Instant now) {
        Stage either = stage == Stage.REFUSED ? Stage.REFUSED : Stage.REQUESTED;
        AggregateLifecycle.apply(new ProfileRequestWithdrawn(in(either, "profile.not-waiting"), now));
    }

    /** @throws Refused {@code profile.unknown} unless it lives, {@code profile.suspended}, {@code profile.contested} */
    void rename(Sealed<String> username, Instant now) {
        AggregateLifecycle.apply(new ProfileRenamed(free(), username, now));
    }

    /** @throws Refused {@code profile.unknown} unless it lives or may come back */
    void suspend(Sealed<String> reason, Instant now) {
        ProfileId there = there();
        if (!suspended) AggregateLifecycle.apply(new ProfileSuspended(there, reason, now));
    }

    /** @throws Refused {@code profile.unknown} unless it lives or may come back */
    void restore(Instant now) {
        ProfileId there = there();
        if (suspended) AggregateLifecycle.apply(new ProfileRestored(there, now));
    }

    /** @throws Refused {@code profile.unknown} unless it lives, {@code profile.suspended}, {@code profile.contested} */
    void transfer(ServiceRef service, Sealed<AccountId> owner, Instant now) {
        AggregateLifecycle.apply(new ProfileTransferred(free(), service, owner, now));
    }

    /** @throws Refused {@code profile.unknown} unless it lives or may come back, {@code profile.contested} */
    void contest(ServiceRef service, boolean claimedByEmail, boolean byEmail, Instant now) {
        AggregateLifecycle.apply(new ClaimContested(uncontested(there()), service, claimedByEmail, byEmail, now));
    }

    /**
     * One that was deleted comes back when it moves: whoever gets it did not delete it.
     *
     * @param owner of one that moves; else null
     * @throws Refused {@code contest.unknown}
     */
    void decide(
            ServiceRef service,
            ContestOutcome outcome,
            Sealed<String> reason,
            @Nullable Sealed<AccountId> owner,
            Instant now) {
        ProfileId there = there();
        if (!contested) throw new Refused("contest.unknown");
        if (owner != null) {
            if (stage == Stage.DELETED) AggregateLifecycle.apply(new ProfileDeletionUndone(there, now));
            AggregateLifecycle.apply(new ProfileTransferred(there, service, owner, now));
        }
        AggregateLifecycle.apply(new ContestDecided(there, service, outcome, reason, now));
    }

    /** @throws Refused {@code profile.unknown} unless it lives */
    void withdrawAccess(Instant now) {
        AggregateLifecycle.apply(new AccessWithdrawn(in(Stage.LIVE, "profile.unknown"), now));
    }

    /** @throws Refused {@code profile.unknown} unless it lives, {@code profile.contested} */
    void silence(Instant now) {
        ProfileId living = uncontested(in(Stage.LIVE, "profile.unknown"));
        if (!silenced) AggregateLifecycle.apply(new AliasSilenced(living, now));
    }

    /** @throws Refused {@code profile.unknown} unless it lives, {@code profile.contested} */
    void delete(Instant now) {
        AggregateLifecycle.apply(new ProfileDeleted(uncontested(in(Stage.LIVE, "profile.unknown")), now));
    }

    /** @throws Refused {@code profile.unknown} unless it lives or may come back, {@code profile.contested} */
    void undelete(Instant now) {
        ProfileId there = uncontested(there());
        if (stage == Stage.DELETED) AggregateLifecycle.apply(new ProfileDeletionUndone(there, now));
    }

    /** @throws Refused {@code profile.unknown} unless it was deleted or refused, {@code profile.contested} */
    void erase(ServiceRef service, List<String> reserved, Instant now) {
        Stage either = stage == Stage.REFUSED ? Stage.REFUSED : Stage.DELETED;
        AggregateLifecycle.apply(new ProfileErased(uncontested(in(either, "profile.unknown")), service, reserved, now));
    }

    /** One that lives, and that nobody holds up. */
    private ProfileId free() {
        ProfileId living = uncontested(in(Stage.LIVE, "profile.unknown"));
        if (suspended) throw new Refused("profile.suspended");
        return living;
    }

    private ProfileId uncontested(ProfileId profile) {
        if (contested) throw new Refused("profile.contested");
        return profile;
    }

    private ProfileId there() {
        return in(stage == Stage.DELETED ? Stage.DELETED : Stage.LIVE, "profile.unknown");
    }

    private ProfileId in(Stage wanted, String otherwise) {
        if (stage != wanted || id == null) throw new Refused(otherwise);
        return id;
    }

    @EventSourcingHandler
    void on(ProfileRequested event) {
        id = event.profileId();
        request = event;
        stage = Stage.REQUESTED;
    }

    @EventSourcingHandler
    void on(ProfileCreated event) {
        id = event.profileId();
        stage = Stage.LIVE;
    }

    @EventSourcingHandler
    void on(ProfileRefused event) {
        stage = Stage.REFUSED;
    }

    @EventSourcingHandler
    void on(ProfileRequestWithdrawn event) {
        stage = Stage.GONE;
    }

    @EventSourcingHandler
    void on(ProfileSuspended event) {
        suspended = true;
    }

    @EventSourcingHandler
    void on(ProfileRestored event) {
        suspended = false;
    }

    @EventSourcingHandler
    void on(ClaimContested event) {
        contested = true;
    }

    @EventSourcingHandler
    void on(ContestDecided event) {
        contested = false;
        if (event.outcome() == ContestOutcome.LOCKED) stage = Stage.GONE;
    }

    @EventSourcingHandler
    void on(AliasSilenced event) {
        silenced = true;
    }

    @EventSourcingHandler
    void on(ProfileDeleted event) {
        stage = Stage.DELETED;
    }

    @EventSourcingHandler
    void on(ProfileDeletionUndone event) {
        stage = Stage.LIVE;
    }

    @EventSourcingHandler
    void on(ProfileErased event) {
        stage = Stage.GONE;
    }
}
