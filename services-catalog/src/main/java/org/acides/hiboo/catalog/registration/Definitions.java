package org.acides.hiboo.catalog.registration;

import java.util.Optional;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.ServiceDescribed;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What services and their clients are, written in the transaction of the events that say so. */
@Component
@ProcessingGroup("lookup.catalog.definition")
class Definitions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Definitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Definition(
            ServiceDescription description, @Nullable OidcClient client) {}

    /** Empty once the service is retired. */
    Optional<Definition> find(ServiceId service) {
        return jdbc.sql(
                        "SELECT description, client FROM catalog.service_definition WHERE service_id = ? AND NOT retired")
                .param(service.value())
                .query((row, number) -> {
                    String client = row.getString("client");
                    return new Definition(
                            JSON.readValue(row.getString("description"), ServiceDescription.class),
                            client == null ? null : JSON.readValue(client, OidcClient.class));
                })
                .optional();
    }

    @EventHandler
    void on(ServiceRegistered event) {
        jdbc.sql("INSERT INTO catalog.service_definition (service_id, description) VALUES (?, ?::jsonb)")
                .param(event.serviceId().value())
                .param(JSON.writeValueAsString(event.description()))
                .update();
    }

    @EventHandler
    void on(ServiceDescribed event) {
        set("description", JSON.writeValueAsString(event.description()), event.serviceId());
    }

    @EventHandler
    void on(OidcClientConfigured event) {
        set("client", JSON.writeValueAsString(event.client()), event.serviceId());
    }

    /** Its client is known no more: neither is what it was shown. */
    @EventHandler
    void on(ServiceRetired event) {
        jdbc.sql("UPDATE catalog.service_definition SET retired = true WHERE service_id = ?")
                .param(event.serviceId().value())
                .update();
        jdbc.sql("DELETE FROM catalog.registered_client WHERE service_id = ?")
                .param(event.serviceId().value())
                .update();
    }

    private void set(String column, String json, ServiceId service) {
        jdbc.sql("UPDATE catalog.service_definition SET " + column + " = ?::jsonb WHERE service_id = ?")
                .param(json)
                .param(service.value())
                .update();
    }
}
