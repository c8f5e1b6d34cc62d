package org.acides.hiboo.identity.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.FindMyHistory;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Joins a member's account and live profiles for the member alone, in memory. */
@Component
class MyHistory {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final HistoryTags tags;
    private final OwnerLinks owners;

    MyHistory(JdbcClient jdbc, HistoryTags tags, OwnerLinks owners) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.owners = owners;
    }

    @QueryHandler
    List<MyHistoryRow> handle(FindMyHistory query) {
        if (query.offset() < 0 || query.limit() < 1 || query.limit() > MOST)
            throw new IllegalArgumentException("offset from 0, limit 1 to " + MOST);
        UUID[] profiles = owners.profilesOf(query.accountId()).stream()
                .map(ProfileId::value)
                .toArray(UUID[]::new);
        return jdbc.sql("SELECT at, name, service_id, username, by_subject FROM identity.my_history"
                        + " WHERE account_tag = ? OR profile_id = ANY (?) ORDER BY row_id DESC OFFSET ? LIMIT ?")
                .param(tags.of(query.accountId()))
                .param(profiles)
                .param(query.offset())
                .param(query.limit())
                .query(MyHistory::row)
                .list();
    }

    private static MyHistoryRow row(ResultSet row, int number) throws SQLException {
        UUID service = row.getObject("service_id", UUID.class);
        return new MyHistoryRow(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                service == null ? null : new ServiceRef(service),
                row.getString("username"),
                row.getBoolean("by_subject"));
    }
}
