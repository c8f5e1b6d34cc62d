package org.acides.hiboo.identity.scim;

import java.util.UUID;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileDeletionUndone;
import org.acides.hiboo.identity.api.events.ProfileErased;
import org.acides.hiboo.identity.api.events.ProfileRestored;
import org.acides.hiboo.identity.api.events.ProfileSuspended;
import org.acides.hiboo.identity.ownerlink.Departures;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes, in the transaction of the change, that a profile's service is to be told of it. */
@Component
@ProcessingGroup("lookup.identity.scim")
class ProfileChanges {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Departures departures;

    ProfileChanges(JdbcClient jdbc, Deliveries deliveries, Departures departures) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.departures = departures;
    }

    @EventHandler
    void on(ProfileSuspended event) {
        changed(event.profileId());
    }

    @EventHandler
    void on(ProfileRestored event) {
        changed(event.profileId());
    }

    @EventHandler
    void on(ProfileDeleted event) {
        changed(event.profileId());
    }

    @EventHandler
    void on(ProfileDeletionUndone event) {
        changed(event.profileId());
    }

    @EventHandler
    void on(ClaimContested event) {
        deliveries.ask(event.profileId(), event.service());
    }

    @EventHandler
    void on(ContestDecided event) {
        deliveries.ask(event.profileId(), event.service());
    }

    @EventHandler
    void on(ProfileErased event) {
        if (!departures.movedAway(event.profileId())) deliveries.ask(event.profileId(), event.service());
    }

    @EventHandler
    void on(ServiceRetired event) {
        deliveries.forget(new ServiceRef(event.serviceId().value()));
    }

    /** To its service, a profile that lives in another community now has not ended: what it is called there is not ours to end. */
    private void changed(ProfileId profile) {
        if (departures.movedAway(profile)) return;
        jdbc.sql("SELECT service_id FROM identity.profile WHERE profile_id = ?")
                .param(profile.value())
                .query(UUID.class)
                .optional()
                .ifPresent(service -> deliveries.ask(profile, new ServiceRef(service)));
    }
}
