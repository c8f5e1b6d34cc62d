package org.acides.hiboo.identity.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.CountProfileRequests;
import org.acides.hiboo.identity.api.queries.FindProfileRequests;
import org.acides.hiboo.identity.api.queries.FindServiceProfiles;
import org.acides.hiboo.identity.api.queries.ProfileRequestRow;
import org.acides.hiboo.identity.api.queries.ServiceProfileRow;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers a service's managers about its profiles: what the service itself may see of them, and what was asked. */
@Component
class ProfileDesk {

    private static final String WAITING =
            " FROM identity.profile WHERE state = 'REQUESTED' AND (CAST(:manager AS uuid) IS NULL"
                    + " OR service_id IN (SELECT service_id FROM identity.service_manager WHERE account_id = :manager))";

    private final JdbcClient jdbc;
    private final Sealer sealer;

    ProfileDesk(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @QueryHandler
    List<ProfileRequestRow> handle(FindProfileRequests query) {
        return jdbc.sql("SELECT profile_id, service_id, username, message_box, created_at" + WAITING
                        + " ORDER BY created_at, profile_id LIMIT 200")
                .param("manager", value(query.manager()))
                .query(this::request)
                .list();
    }

    @QueryHandler
    Integer handle(CountProfileRequests query) {
        return jdbc.sql("SELECT count(*)" + WAITING)
                .param("manager", value(query.manager()))
                .query(Integer.class)
                .single();
    }

    @QueryHandler
    List<ServiceProfileRow> handle(FindServiceProfiles query) {
        String start = query.username().strip();
        return jdbc.sql("SELECT profile_id, username, suspended FROM identity.profile WHERE service_id = ?"
                        + " AND state IN ('LIVE', 'DELETED') AND CASE WHEN ? = '' THEN suspended"
                        + " ELSE state = 'LIVE' AND starts_with(username, ?) END ORDER BY username LIMIT 50")
                .params(query.service().value(), start, start)
                .query((row, number) -> new ServiceProfileRow(
                        new ProfileId(row.getObject(1, UUID.class)), row.getString(2), row.getBoolean(3)))
                .list();
    }

    private ProfileRequestRow request(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("profile_id", UUID.class);
        return new ProfileRequestRow(
                new ProfileId(id),
                new ServiceRef(row.getObject("service_id", UUID.class)),
                row.getString("username"),
                sealer.open(new Sealed<String>(id, row.getString("message_box")), String.class)
                        .orElse(""),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable UUID value(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }
}
