package org.acides.hiboo.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.identity.api.queries.CountAccounts;
import org.acides.hiboo.identity.api.queries.FindAccounts;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers admins about accounts: never about what is behind them. */
@Component
class AccountQueries {

    private static final int MOST = 200;

    private static final String FOUND = "WHERE (:all OR login_folded = :login OR email_folded = :email"
            + " OR account_id BETWEEN :first AND :last) ";

    private final JdbcClient jdbc;

    AccountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    List<AccountRow> handle(FindAccounts query) {
        if (query.offset() < 0 || query.limit() < 1 || query.limit() > MOST)
            throw new IllegalArgumentException("offset from 0, limit 1 to " + MOST);
        return matching(
                        StoredAccounts.COLUMNS,
                        "ORDER BY registered_at DESC, account_id OFFSET :offset LIMIT :limit",
                        query.text())
                .param("offset", query.offset())
                .param("limit", query.limit())
                .query(AccountQueries::row)
                .list();
    }

    @QueryHandler
    Integer handle(CountAccounts query) {
        return matching("SELECT count(*) FROM identity.account ", "", query.text())
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(String select, String order, String text) {
        String id = text.strip().toLowerCase(Locale.ROOT).replace("-", "");
        boolean start = id.matches("[0-9a-f]{1,32}");
        return jdbc.sql(select + FOUND + order)
                .param("all", text.isBlank())
                .param("login", LoginName.folded(text))
                .param("email", EmailAddress.folded(text))
                .param("first", start ? filled(id, '0') : new UUID(-1, -1))
                .param("last", start ? filled(id, 'f') : new UUID(0, 0));
    }

    private static UUID filled(String start, char with) {
        String all = start + String.valueOf(with).repeat(32 - start.length());
        return new UUID(Long.parseUnsignedLong(all, 0, 16, 16), Long.parseUnsignedLong(all, 16, 32, 16));
    }

    static AccountRow row(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("login_name"),
                row.getString("email"),
                row.getBoolean("verified"),
                row.getBoolean("blocked"),
                StoredAccounts.roles(row),
                StoredAccounts.registeredAt(row));
    }
}
