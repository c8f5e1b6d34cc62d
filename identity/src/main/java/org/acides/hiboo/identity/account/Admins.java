package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that an admin is left, whoever takes the role from whom at once. */
@Component
class Admins {

    /** Any number that no other lock of ours has. */
    private static final long LOCK = 0x6964656e61646d6eL;

    private final JdbcClient jdbc;

    Admins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time until the transaction ends: what is read from now on stays so. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> 0)
                .single();
    }

    /**
     * To be called under {@link #lock}.
     *
     * @throws Refused {@code account.last-admin} when no other account is an admin and not blocked, and this one is
     */
    void requireAnotherThan(AccountId account) {
        boolean last = jdbc.sql("SELECT coalesce(bool_and(account_id = ?), false) FROM identity.account"
                        + " WHERE 'ADMIN' = ANY (roles) AND NOT blocked")
                .param(account.value())
                .query(Boolean.class)
                .single();
        if (last) throw new Refused("account.last-admin");
    }
}
