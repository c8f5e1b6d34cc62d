package org.acides.hiboo.identity.ownerlink;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each new profile a slot of its owner, in the profile's own transaction; without a free slot it is undone. */
@Component
@ProcessingGroup("lookup.identity.owner-link")
class OwnerLinkLookup {

    private final JdbcClient jdbc;
    private final OwnerTags tags;
    private final Services services;
    private final Sealer sealer;

    OwnerLinkLookup(JdbcClient jdbc, OwnerTags tags, Services services, Sealer sealer) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.services = services;
        this.sealer = sealer;
    }

    /** An owner who was erased holds nothing any more: only a replay meets one. */
    @EventHandler
    void on(ProfileCreated event) {
        sealer.open(event.owner(), AccountId.class).ifPresent(owner -> claim(owner, event));
    }

    @EventHandler
    void on(ProfileDeleted event) {
        jdbc.sql("DELETE FROM identity.owner_link WHERE profile_id = ?")
                .param(event.profileId().value())
                .update();
    }

    private void claim(AccountId owner, ProfileCreated event) {
        ServiceRef service = event.service();
        int quota = services.find(service).map(Service::quota).orElseThrow(() -> new Refused("service.unknown"));
        // One at a time for an account at a service: after a lowered quota, high slots count too, and the primary key
        // alone would let a low one be filled beside them.
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(tags.lock(owner, service))
                .query((row, number) -> 0)
                .single();
        byte[][] slots = tags.of(owner, service);
        int held = jdbc.sql("SELECT count(*) FROM identity.owner_link WHERE owner_tag = ANY(?)")
                .param(slots)
                .query(Integer.class)
                .single();
        if (held >= quota) throw new Refused("profile.quota-reached", quota);
        for (byte[] slot : slots) if (take(slot, event)) return;
        throw new Refused("profile.quota-reached", quota);
    }

    private boolean take(byte[] slot, ProfileCreated event) {
        return jdbc.sql("INSERT INTO identity.owner_link (owner_tag, profile_id) VALUES (?, ?)"
                                + " ON CONFLICT (owner_tag) DO NOTHING")
                        .param(slot)
                        .param(event.profileId().value())
                        .update()
                == 1;
    }
}
