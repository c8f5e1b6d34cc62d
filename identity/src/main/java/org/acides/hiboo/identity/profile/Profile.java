package org.acides.hiboo.identity.profile;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileRenamed;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A face that an account shows to one service. It does not know its owner: the owner is sealed in its first event, and
 * {@link ProfileCommands} lets nobody else near.
 */
@Aggregate
public class Profile {

    @AggregateIdentifier
    private @Nullable ProfileId id;

    private boolean deleted;

    /** For Axon, which then applies the profile's events. */
    Profile() {}

    Profile(
            ProfileId id,
            ServiceRef service,
            Sealed<AccountId> owner,
            Sealed<String> username,
            Sealed<String> alias,
            Instant now) {
        AggregateLifecycle.apply(new ProfileCreated(id, service, owner, username, alias, now));
    }

    /** @throws Refused {@code profile.unknown} once deleted */
    void rename(Sealed<String> username, Instant now) {
        AggregateLifecycle.apply(new ProfileRenamed(live(), username, now));
    }

    /** @throws Refused {@code profile.unknown} once deleted */
    void delete(Instant now) {
        AggregateLifecycle.apply(new ProfileDeleted(live(), now));
    }

    private ProfileId live() {
        if (deleted || id == null) throw new Refused("profile.unknown");
        return id;
    }

    @EventSourcingHandler
    void on(ProfileCreated event) {
        id = event.profileId();
    }

    @EventSourcingHandler
    void on(ProfileDeleted event) {
        deleted = true;
    }
}
