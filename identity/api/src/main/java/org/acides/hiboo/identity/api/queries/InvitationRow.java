package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.InvitationId;

/** An invitation as an admin sees it. */
public record InvitationRow(
        InvitationId invitationId, int uses, int used, Instant expiresAt, boolean withdrawn, Instant issuedAt) {}
