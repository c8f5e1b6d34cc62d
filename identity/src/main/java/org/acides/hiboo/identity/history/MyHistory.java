package org.acides.hiboo.identity.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.FindMyHistory;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.ownerlink.Partings;
import org.acides.hiboo.identity.ownerlink.Partings.Parting;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Joins a member's account, the profiles they hold and those they parted with, for the member alone, in memory. */
@Component
class MyHistory {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final HistoryTags tags;
    private final OwnerLinks owners;
    private final Partings partings;

    MyHistory(JdbcClient jdbc, HistoryTags tags, OwnerLinks owners, Partings partings) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.owners = owners;
        this.partings = partings;
    }

    @QueryHandler
    List<MyHistoryRow> handle(FindMyHistory query) {
        if (query.offset() < 0 || query.limit() < 1 || query.limit() > MOST)
            throw new IllegalArgumentException("offset from 0, limit 1 to " + MOST);
        UUID[] profiles = owners.profilesOf(query.accountId()).stream()
                .map(ProfileId::value)
                .toArray(UUID[]::new);
        List<MyHistoryRow> rows =
                new ArrayList<>(jdbc.sql("SELECT at, name, service_id, username, by_subject FROM identity.my_history"
                                + " WHERE account_tag = ? OR profile_id = ANY (?) ORDER BY row_id DESC LIMIT ?")
                        .param(tags.of(query.accountId()))
                        .param(profiles)
                        .param(Math.addExact(query.offset(), query.limit()))
                        .query(MyHistory::row)
                        .list());
        for (Parting parting : partings.of(query.accountId()))
            rows.add(new MyHistoryRow(parting.at(), parting.name(), parting.service(), null, true));
        rows.sort(Comparator.comparing(MyHistoryRow::at).reversed());
        return rows.stream().skip(query.offset()).limit(query.limit()).toList();
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
