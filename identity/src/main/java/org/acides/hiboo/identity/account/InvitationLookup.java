package org.acides.hiboo.identity.account;

import java.time.ZoneOffset;
import org.acides.hiboo.identity.api.events.InvitationIssued;
import org.acides.hiboo.identity.api.events.InvitationWithdrawn;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the invitations in the transaction of their own events. */
@Component
@ProcessingGroup("lookup.identity.invitation")
class InvitationLookup {

    private final JdbcClient jdbc;

    InvitationLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(InvitationIssued event) {
        jdbc.sql("INSERT INTO identity.invitation (invitation_id, uses, expires_at, issued_at) VALUES (?, ?, ?, ?)")
                .param(event.invitationId().value())
                .param(event.uses())
                .param(event.expiresAt().atOffset(ZoneOffset.UTC))
                .param(event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(InvitationWithdrawn event) {
        jdbc.sql("UPDATE identity.invitation SET withdrawn = true WHERE invitation_id = ?")
                .param(event.invitationId().value())
                .update();
    }
}
