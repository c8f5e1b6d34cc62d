package org.acides.hiboo.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code identity.account}, which the accounts' own transactions write. */
@Component
class StoredAccounts implements Accounts {

    static final String COLUMNS =
            "SELECT account_id, login_name, email, language, verified, blocked, roles, terms, registered_at"
                    + " FROM identity.account ";

    private final JdbcClient jdbc;

    StoredAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AccountState> find(AccountId id) {
        return one("account_id = ?", id.value());
    }

    @Override
    public Optional<AccountState> byLoginName(String typed) {
        return one("login_folded = ?", LoginName.folded(typed));
    }

    @Override
    public Optional<AccountState> byEmail(String typed) {
        return one("email_folded = ?", EmailAddress.folded(typed));
    }

    @Override
    public boolean anyAdmin() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.account WHERE 'ADMIN' = ANY (roles) AND NOT blocked)")
                .query(Boolean.class)
                .single();
    }

    private Optional<AccountState> one(String condition, Object value) {
        return jdbc.sql(COLUMNS + "WHERE " + condition)
                .param(value)
                .query(StoredAccounts::state)
                .optional();
    }

    private static AccountState state(ResultSet row, int number) throws SQLException {
        return new AccountState(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("login_name"),
                row.getString("email"),
                row.getString("language"),
                row.getBoolean("verified"),
                row.getBoolean("blocked"),
                roles(row),
                row.getString("terms"));
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Instant registeredAt(ResultSet row) throws SQLException {
        return row.getObject("registered_at", OffsetDateTime.class).toInstant();
    }
}
