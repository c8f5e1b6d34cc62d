package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A manager granted what a member had asked for; {@link ProfileCreated} follows at once. */
@EventName("identity.profile-approved")
public record ProfileApproved(ProfileId profileId, Instant at) {}
