package org.acides.hiboo.webui.identity.invitations;

import java.time.Instant;
import org.acides.hiboo.identity.api.queries.InvitationRow;

/** Whether an invitation still lets somebody sign up, and if not, why. */
public enum Standing {
    OPEN,
    USED_UP,
    OVER,
    WITHDRAWN;

    public static Standing of(InvitationRow invitation, Instant now) {
        if (invitation.withdrawn()) return WITHDRAWN;
        if (invitation.used() >= invitation.uses()) return USED_UP;
        return invitation.expiresAt().isAfter(now) ? OPEN : OVER;
    }
}
