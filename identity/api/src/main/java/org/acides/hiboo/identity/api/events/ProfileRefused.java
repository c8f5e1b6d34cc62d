package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/** A manager said no. The username is free again; the reason, sealed under the profile's own key, is for the member. */
@EventName("identity.profile-refused")
public record ProfileRefused(ProfileId profileId, Sealed<String> reason, Instant at) {}
