package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * Somebody else proved that the old account behind a claimed profile was theirs, and contests the claim. The profile is frozen:
 * it enters its service no more, its tokens ended, and its owner changes nothing of it until a manager decides.
 *
 * @param claimedByEmail whether the claim was proved by the address that the list had, and not by the old password
 * @param byEmail whether the contest was
 */
@EventName("identity.claim-contested")
public record ClaimContested(
        ProfileId profileId, ServiceRef service, boolean claimedByEmail, boolean byEmail, Instant at) {}
