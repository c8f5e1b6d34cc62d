package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A profile is gone: its tokens ended, and its username stays taken. */
@EventName("identity.profile-deleted")
public record ProfileDeleted(ProfileId profileId, Instant at) {}
