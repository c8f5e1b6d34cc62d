package org.acides.hiboo.catalog.service;

import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.SamlServiceProviderConfigured;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a service's slug, client id and entity ids for ever, in the transaction of the event: of two who race for one, the slower
 * waits for the database and is refused.
 */
@Component
@ProcessingGroup("lookup.catalog.service")
class ServiceLookup {

    private final JdbcClient jdbc;

    ServiceLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ServiceRegistered event) {
        int taken = jdbc.sql("INSERT INTO catalog.taken_slug (slug, service_id) VALUES (?, ?)"
                        + " ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug"
                        + " WHERE taken_slug.service_id = excluded.service_id")
                .param(event.slug())
                .param(event.serviceId().value())
                .update();
        if (taken == 0) throw new Refused("service.slug-taken");
    }

    @EventHandler
    void on(OidcClientConfigured event) {
        ServiceId service = event.serviceId();
        int taken = jdbc.sql("INSERT INTO catalog.taken_client_id (client_id, service_id) VALUES (?, ?)"
                        + " ON CONFLICT (client_id) DO UPDATE SET client_id = excluded.client_id"
                        + " WHERE taken_client_id.service_id = excluded.service_id")
                .param(event.client().clientId())
                .param(service.value())
                .update();
        if (taken == 0) throw new Refused("service.client-id-taken");
    }

    @EventHandler
    void on(SamlServiceProviderConfigured event) {
        int taken = jdbc.sql("INSERT INTO catalog.taken_entity_id (entity_id, service_id) VALUES (?, ?)"
                        + " ON CONFLICT (entity_id) DO UPDATE SET entity_id = excluded.entity_id"
                        + " WHERE taken_entity_id.service_id = excluded.service_id")
                .param(event.provider().entityId())
                .param(event.serviceId().value())
                .update();
        if (taken == 0) throw new Refused("service.entity-id-taken");
    }
}
