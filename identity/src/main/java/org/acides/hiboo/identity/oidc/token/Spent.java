package org.acides.hiboo.identity.oidc.token;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Access tokens that are well signed, not expired, and yet over. */
@Component
class Spent {

    private final JdbcClient jdbc;
    private final Clock clock;

    Spent(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Both in one statement: there is no moment in which it still counts as the newest. */
    void add(@Nullable UUID grant, byte[] accessHash, Instant endsAt) {
        jdbc.sql(
                        "WITH newest AS (UPDATE identity.oidc_grant SET access_hash = NULL WHERE grant_id = ?::uuid AND access_hash = ?)"
                                + " INSERT INTO identity.oidc_spent (hash, ends_at) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING")
                .param(grant)
                .param(accessHash)
                .param(accessHash)
                .param(endsAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean has(byte[] accessHash) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.oidc_spent WHERE hash = ?)")
                .param(accessHash)
                .query(Boolean.class)
                .single();
    }

    void purge() {
        for (String table :
                new String[] {"identity.oidc_spent", "identity.oidc_pending", "identity.oidc_client_secret"})
            jdbc.sql("DELETE FROM " + table + " WHERE ends_at < ?")
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
    }
}
