package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A member took a deletion back in time: the profile is there again as it was. */
@EventName("identity.profile-deletion-undone")
public record ProfileDeletionUndone(ProfileId profileId, Instant at) {}
