package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.InvitationId;
import org.acides.hiboo.infrastructure.api.EventName;

/** An invitation signs nobody up any more. */
@EventName("identity.invitation-withdrawn")
public record InvitationWithdrawn(InvitationId invitationId, Instant at) {}
