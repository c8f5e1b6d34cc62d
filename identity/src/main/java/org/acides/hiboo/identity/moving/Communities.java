package org.acides.hiboo.identity.moving;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.CommunityRow;
import org.acides.hiboo.identity.api.queries.FindCommunities;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The communities that accounts are exchanged with, as of the last commit. */
@Component
class Communities {

    private final JdbcClient jdbc;
    private final CommunityKeys keys;

    Communities(JdbcClient jdbc, CommunityKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    Optional<Community> find(CommunityId id) {
        return jdbc.sql("SELECT * FROM identity.community WHERE community_id = ?")
                .param(id.value())
                .query(Communities::community)
                .optional();
    }

    /** @param issuer as something that it signed names it */
    Optional<Community> byIssuer(String issuer) {
        return jdbc.sql("SELECT * FROM identity.community WHERE address = ?")
                .param(issuer)
                .query(Communities::community)
                .optional();
    }

    /** Where members may go, by address. */
    List<Community> living() {
        return jdbc.sql("SELECT * FROM identity.community WHERE NOT gone ORDER BY address")
                .query(Communities::community)
                .list();
    }

    /** The service of ours that an application of theirs is. */
    Optional<ServiceRef> match(CommunityId id, String theirs) {
        return jdbc.sql("SELECT service_id FROM identity.community_service WHERE community_id = ? AND theirs = ?")
                .params(id.value(), Community.application(theirs))
                .query(UUID.class)
                .optional()
                .map(ServiceRef::new);
    }

    @QueryHandler
    List<CommunityRow> handle(FindCommunities query) {
        return jdbc.sql("SELECT * FROM identity.community ORDER BY address")
                .query((row, number) -> {
                    Community community = community(row, number);
                    return new CommunityRow(
                            community.id(),
                            community.address(),
                            community.gone(),
                            row.getObject("trusted_at", OffsetDateTime.class).toInstant(),
                            keys.thumbprints(community.id()),
                            matches(community.id()));
                })
                .list();
    }

    private List<CommunityRow.Match> matches(CommunityId id) {
        return jdbc.sql("SELECT service_id, theirs FROM identity.community_service WHERE community_id = ?"
                        + " ORDER BY theirs")
                .param(id.value())
                .query((row, number) -> new CommunityRow.Match(
                        new ServiceRef(row.getObject(1, UUID.class)), URI.create(row.getString(2))))
                .list();
    }

    private static Community community(ResultSet row, int number) throws SQLException {
        return new Community(
                new CommunityId(row.getObject("community_id", UUID.class)),
                URI.create(row.getString("address")),
                row.getBoolean("gone"));
    }
}
