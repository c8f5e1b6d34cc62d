package org.acides.hiboo.identity.saml.provider;

import org.acides.hiboo.catalog.api.events.SamlServiceProviderConfigured;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the service providers, in the transaction of the catalogue's events. */
@Component
@ProcessingGroup("lookup.identity.saml-provider")
class ServiceProviderLookup {

    private final JdbcClient jdbc;

    ServiceProviderLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(SamlServiceProviderConfigured event) {
        jdbc.sql("INSERT INTO identity.saml_provider (service_id, entity_id, definition) VALUES (?, ?, ?::jsonb)"
                        + " ON CONFLICT (service_id) DO UPDATE SET entity_id = EXCLUDED.entity_id,"
                        + " definition = EXCLUDED.definition")
                .param(event.serviceId().value())
                .param(event.provider().entityId())
                .param(ServiceProviders.JSON.writeValueAsString(event.provider()))
                .update();
    }
}
