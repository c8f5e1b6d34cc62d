package org.acides.hiboo.identity.saml.provider;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.identity.api.ServiceRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The service providers of services that were not retired, as of the last commit. */
@Component
public class ServiceProviders {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String LIVING = "SELECT p.service_id, p.definition, s.name, s.state, s.address"
            + " FROM identity.saml_provider p JOIN identity.service s ON s.service_id = p.service_id"
            + " WHERE s.state <> 'RETIRED' AND ";

    private final JdbcClient jdbc;

    ServiceProviders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ServiceProvider> find(String entityId) {
        return jdbc.sql(LIVING + "p.entity_id = ?")
                .param(entityId)
                .query(ServiceProviders::provider)
                .optional();
    }

    public Optional<ServiceProvider> find(ServiceRef service) {
        return jdbc.sql(LIVING + "p.service_id = ?")
                .param(service.value())
                .query(ServiceProviders::provider)
                .optional();
    }

    private static ServiceProvider provider(ResultSet row, int number) throws SQLException {
        return new ServiceProvider(
                new ServiceRef(row.getObject("service_id", UUID.class)),
                row.getString("name"),
                ServiceState.valueOf(row.getString("state")) == ServiceState.OPEN,
                URI.create(row.getString("address")),
                JSON.readValue(row.getString("definition"), SamlServiceProvider.class));
    }
}
