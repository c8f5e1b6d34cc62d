package org.acides.hiboo.identity.account;

import java.time.Clock;
import java.time.ZoneOffset;
import org.acides.hiboo.identity.api.InvitationId;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets of invitations, as digests, and how often each served. */
@Component
class Invitations {

    private static final String OPEN = "FROM identity.invitation i WHERE i.invitation_id = s.invitation_id"
            + " AND s.digest = ? AND s.used < i.uses AND NOT i.withdrawn AND i.expires_at > ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the caller's transaction: the link is told to whoever asked, and never again. */
    void keep(InvitationId id, String secret) {
        jdbc.sql("INSERT INTO identity.invitation_secret (invitation_id, digest) VALUES (?, ?)")
                .param(id.value())
                .param(Secret.digest(secret))
                .update();
    }

    boolean usable(String secret) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.invitation_secret s WHERE EXISTS (SELECT 1 " + OPEN
                        + "))")
                .param(Secret.digest(secret))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes one use in the caller's transaction, which gives it back when it is undone. Whoever comes at the same time
     * waits for that to be known.
     *
     * @throws Refused {@code invitation.unknown}
     */
    void use(String secret) {
        int taken = jdbc.sql("UPDATE identity.invitation_secret s SET used = used + 1 " + OPEN)
                .param(Secret.digest(secret))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (taken == 0) throw new Refused("invitation.unknown");
    }
}
