package org.acides.hiboo.identity.oidc.client;

import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the clients, in the transaction of the catalogue's events. */
@Component
@ProcessingGroup("lookup.identity.oidc-client")
class ClientLookup {

    private final JdbcClient jdbc;

    ClientLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(OidcClientConfigured event) {
        jdbc.sql("INSERT INTO identity.oidc_client (service_id, client_id, version, definition)"
                        + " VALUES (?, ?, nextval('identity.oidc_client_version'), ?::jsonb)"
                        + " ON CONFLICT (service_id) DO UPDATE SET client_id = EXCLUDED.client_id,"
                        + " version = EXCLUDED.version, definition = EXCLUDED.definition")
                .param(event.serviceId().value())
                .param(event.client().clientId())
                .param(Clients.JSON.writeValueAsString(event.client()))
                .update();
    }

    @EventHandler
    void on(ServiceRetired event) {
        jdbc.sql("DELETE FROM identity.oidc_client_secret WHERE service_id = ?")
                .param(event.serviceId().value())
                .update();
    }
}
