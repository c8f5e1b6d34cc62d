package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A profile left its service: its tokens ended, and its username stays taken. For a time of grace its member may undo that; then it is erased. */
@EventName("identity.profile-deleted")
public record ProfileDeleted(ProfileId profileId, Instant at) {}
