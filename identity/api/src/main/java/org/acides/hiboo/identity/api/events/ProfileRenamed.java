package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/** A profile goes by another username on its service. */
@EventName("identity.profile-renamed")
public record ProfileRenamed(ProfileId profileId, Sealed<String> username, Instant at) {}
