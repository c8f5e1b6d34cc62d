package org.acides.hiboo.identity.ownerlink;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileErased;
import org.acides.hiboo.identity.api.events.ProfileRequestWithdrawn;
import org.acides.hiboo.identity.api.events.ProfileRequested;
import org.acides.hiboo.identity.api.events.ProfileTransferred;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives each new profile a slot of its owner, in the profile's own transaction. Whether there is room was seen to before,
 * by {@link OwnerLinks#requireRoom}: what history tells is not judged again when it is replayed.
 */
@Component
@ProcessingGroup("lookup.identity.owner-link")
class OwnerLinkLookup {

    private final JdbcClient jdbc;
    private final OwnerTags tags;
    private final Sealer sealer;

    OwnerLinkLookup(JdbcClient jdbc, OwnerTags tags, Sealer sealer) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.sealer = sealer;
    }

    @EventHandler
    void on(ProfileRequested event) {
        hold(event.profileId(), event.service(), event.owner());
    }

    /** One that was asked for before has its slot. */
    @EventHandler
    void on(ProfileCreated event) {
        boolean held = jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.owner_link WHERE profile_id = ?)")
                .param(event.profileId().value())
                .query(Boolean.class)
                .single();
        if (!held) hold(event.profileId(), event.service(), event.owner());
    }

    @EventHandler
    void on(ProfileTransferred event) {
        release(event.profileId());
        hold(event.profileId(), event.service(), event.owner());
    }

    /** One that moves is transferred by an event of its own. */
    @EventHandler
    void on(ContestDecided event) {
        if (event.outcome() == ContestOutcome.LOCKED) release(event.profileId());
    }

    @EventHandler
    void on(ProfileRequestWithdrawn event) {
        release(event.profileId());
    }

    @EventHandler
    void on(ProfileErased event) {
        release(event.profileId());
    }

    /** An owner who was erased holds nothing any more: only a replay meets one. */
    private void hold(ProfileId profile, ServiceRef service, Sealed<AccountId> sealed) {
        AccountId owner = sealer.open(sealed, AccountId.class).orElse(null);
        if (owner == null) return;
        jdbc.sql("INSERT INTO identity.owner_box (profile_id, box) VALUES (?, ?)")
                .params(profile.value(), sealed.box())
                .update();
        for (byte[] slot : tags.of(owner, service)) if (take(slot, profile)) return;
        throw new Refused("profile.quota-reached", OwnerTags.SLOTS);
    }

    private boolean take(byte[] slot, ProfileId profile) {
        return jdbc.sql("INSERT INTO identity.owner_link (owner_tag, profile_id) VALUES (?, ?)"
                                + " ON CONFLICT (owner_tag) DO NOTHING")
                        .params(slot, profile.value())
                        .update()
                == 1;
    }

    private void release(ProfileId profile) {
        for (String table : new String[] {"identity.owner_link", "identity.owner_box"})
            jdbc.sql("DELETE FROM " + table + " WHERE profile_id = ?")
                    .param(profile.value())
                    .update();
    }
}
