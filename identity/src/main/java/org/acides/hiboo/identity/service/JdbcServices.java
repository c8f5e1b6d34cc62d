package org.acides.hiboo.identity.service;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link ServiceLookup} keeps. */
@Component
class JdbcServices implements Services {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    JdbcServices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Service> find(ServiceRef id) {
        return jdbc.sql("SELECT * FROM identity.service WHERE service_id = ?")
                .param(id.value())
                .query(JdbcServices::service)
                .optional();
    }

    @Override
    public List<ServiceRef> all() {
        return jdbc.sql("SELECT service_id FROM identity.service").query(UUID.class).list().stream()
                .map(ServiceRef::new)
                .toList();
    }

    private static Service service(ResultSet row, int number) throws SQLException {
        return new Service(
                new ServiceRef(row.getObject("service_id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("summary"),
                URI.create(row.getString("address")),
                row.getString("logo"),
                ServiceState.valueOf(row.getString("state")),
                ProfilePolicy.valueOf(row.getString("policy")),
                row.getInt("quota"),
                JSON.readValue(row.getString("rules"), UsernameRules.class),
                Stream.of((UUID[]) row.getArray("groups").getArray())
                        .map(GroupId::new)
                        .toList(),
                Assurance.valueOf(row.getString("assurance")));
    }
}
