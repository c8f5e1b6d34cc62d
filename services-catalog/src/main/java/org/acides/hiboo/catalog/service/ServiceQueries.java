package org.acides.hiboo.catalog.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.catalog.api.queries.CountServices;
import org.acides.hiboo.catalog.api.queries.FindService;
import org.acides.hiboo.catalog.api.queries.FindServices;
import org.acides.hiboo.catalog.api.queries.FindServicesWithoutClient;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers from {@link ServicesProjection}, which may lag behind the last command by a moment. */
@Component
class ServiceQueries {

    private static final String MATCHING = " FROM catalog.service_row"
            + " WHERE (folded LIKE :text OR slug LIKE :text) AND (:state::text IS NULL OR state = :state)";

    private final JdbcClient jdbc;

    ServiceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    List<ServiceRow> handle(FindServices query) {
        return matching(
                        "SELECT *" + MATCHING + " ORDER BY folded_name, service_id OFFSET :offset LIMIT :limit",
                        query.text(),
                        query.state())
                .param("offset", Math.max(0, query.offset()))
                .param("limit", Math.clamp(query.limit(), 1, 200))
                .query(ServiceQueries::row)
                .list();
    }

    @QueryHandler
    Integer handle(CountServices query) {
        return matching("SELECT count(*)" + MATCHING, query.text(), query.state())
                .query(Integer.class)
                .single();
    }

    @QueryHandler
    List<ServiceRow> handle(FindServicesWithoutClient query) {
        return jdbc.sql("SELECT * FROM catalog.service_row WHERE client IS NULL AND saml IS NULL"
                        + " AND forward_auth -> 'origins' = '[]' AND state <> 'RETIRED'"
                        + " ORDER BY folded_name, service_id LIMIT 200")
                .query(ServiceQueries::row)
                .list();
    }

    @QueryHandler
    Optional<ServiceDetails> handle(FindService query) {
        return jdbc.sql("SELECT * FROM catalog.service_row WHERE service_id = ?")
                .param(query.serviceId().value())
                .query(ServiceQueries::details)
                .optional();
    }

    private JdbcClient.StatementSpec matching(String sql, String text, @Nullable ServiceState state) {
        return jdbc.sql(sql).param("text", Folded.anywhere(text)).param("state", state == null ? null : state.name());
    }

    private static ServiceRow row(ResultSet row, int number) throws SQLException {
        ServiceDetails all = details(row, number);
        ServiceDescription said = all.description();
        return new ServiceRow(
                all.serviceId(),
                all.slug(),
                said.name(),
                said.category(),
                said.summary(),
                said.address(),
                said.logo(),
                all.state(),
                all.policy(),
                all.quota(),
                all.registeredAt());
    }

    private static List<GroupRef> groups(ResultSet row) throws SQLException {
        UUID[] groups = (UUID[]) row.getArray("groups").getArray();
        return Stream.of(groups).map(GroupRef::new).toList();
    }

    private static ServiceDetails details(ResultSet row, int number) throws SQLException {
        String client = row.getString("client");
        String saml = row.getString("saml");
        Instant registered =
                row.getObject("registered_at", OffsetDateTime.class).toInstant();
        return new ServiceDetails(
                new ServiceId(row.getObject("service_id", UUID.class)),
                row.getString("slug"),
                ServicesProjection.JSON.readValue(row.getString("description"), ServiceDescription.class),
                ServiceState.valueOf(row.getString("state")),
                ProfilePolicy.valueOf(row.getString("policy")),
                row.getInt("quota"),
                ServicesProjection.JSON.readValue(row.getString("rules"), UsernameRules.class),
                groups(row),
                Assurance.valueOf(row.getString("assurance")),
                client == null ? null : ServicesProjection.JSON.readValue(client, OidcClient.class),
                saml == null ? null : ServicesProjection.JSON.readValue(saml, SamlServiceProvider.class),
                ServicesProjection.JSON.readValue(row.getString("forward_auth"), ForwardAuth.class),
                registered);
    }
}
