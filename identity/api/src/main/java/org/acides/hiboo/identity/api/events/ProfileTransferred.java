package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/** A profile belongs to another account, as both wanted or as a contest was decided. What its former owner's sessions held of it ended. The new owner is sealed under the profile's own key, like the first. */
@EventName("identity.profile-transferred")
public record ProfileTransferred(ProfileId profileId, ServiceRef service, Sealed<AccountId> owner, Instant at) {}
