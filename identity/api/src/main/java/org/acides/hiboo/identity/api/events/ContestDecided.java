package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/**
 * A manager decided whose a contested profile is. One that moves is transferred by the event before; one that is locked has no
 * owner from now on. The reason, sealed under the profile's own key, is for both sides.
 */
@EventName("identity.contest-decided")
public record ContestDecided(
        ProfileId profileId, ServiceRef service, ContestOutcome outcome, Sealed<String> reason, Instant at) {}
