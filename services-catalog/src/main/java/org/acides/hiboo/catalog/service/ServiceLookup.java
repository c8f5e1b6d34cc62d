package org.acides.hiboo.catalog.service;

import java.util.List;
import java.util.UUID;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ForwardAuthConfigured;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.SamlServiceProviderConfigured;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a service's slug, client id and entity ids for ever, and the hosts where a proxy asks who comes for as long as it does, in
 * the transaction of the event: of two who race for one, the slower
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

    /** Unlike names, hosts are let go of: a domain may go to another application. */
    @EventHandler
    void on(ForwardAuthConfigured event) {
        UUID service = event.serviceId().value();
        List<String> hosts = event.forwardAuth().hosts();
        jdbc.sql("DELETE FROM catalog.taken_host WHERE service_id = ? AND host <> ALL(?)")
                .params(service, hosts.toArray(String[]::new))
                .update();
        for (String host : hosts) {
            int taken = jdbc.sql("INSERT INTO catalog.taken_host (host, service_id) VALUES (?, ?)"
                            + " ON CONFLICT (host) DO UPDATE SET host = excluded.host"
                            + " WHERE taken_host.service_id = excluded.service_id")
                    .params(host, service)
                    .update();
            if (taken == 0) throw new Refused("service.host-taken", host);
        }
    }

    @EventHandler
    void on(ServiceRetired event) {
        jdbc.sql("DELETE FROM catalog.taken_host WHERE service_id = ?")
                .param(event.serviceId().value())
                .update();
    }
}
