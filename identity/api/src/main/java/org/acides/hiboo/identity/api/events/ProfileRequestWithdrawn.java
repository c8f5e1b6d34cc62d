package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A member took a request back, or put a refusal away. Nothing of it can be opened any more. */
@EventName("identity.profile-request-withdrawn")
public record ProfileRequestWithdrawn(ProfileId profileId, Instant at) {}
