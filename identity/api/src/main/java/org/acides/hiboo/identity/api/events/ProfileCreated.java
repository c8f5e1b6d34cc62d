package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/** A member has a new face on a service. The owner, the username and the alias are each sealed under the profile's own key, so that two profiles of one owner share nothing. */
@EventName("identity.profile-created")
public record ProfileCreated(
        ProfileId profileId,
        ServiceRef service,
        Sealed<AccountId> owner,
        Sealed<String> username,
        Sealed<String> alias,
        Instant at) {}
