package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A suspended profile may enter its service again. */
@EventName("identity.profile-restored")
public record ProfileRestored(ProfileId profileId, Instant at) {}
