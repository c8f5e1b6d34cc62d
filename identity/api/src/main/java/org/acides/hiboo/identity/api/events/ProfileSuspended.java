package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/** A profile enters its service no more, and its tokens ended. The reason, sealed under the profile's own key, is for the member. */
@EventName("identity.profile-suspended")
public record ProfileSuspended(ProfileId profileId, Sealed<String> reason, Instant at) {}
