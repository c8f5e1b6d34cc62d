package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.InvitationId;
import org.acides.hiboo.infrastructure.api.EventName;

/** An invitation to sign up exists; its secret is kept as a digest elsewhere. */
@EventName("identity.invitation-issued")
public record InvitationIssued(InvitationId invitationId, int uses, Instant expiresAt, Instant at) {}
