package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/** A member asks for a profile where a manager decides. Its place in the quota and its username are held until the answer. Everything personal is sealed under the profile's own key. */
@EventName("identity.profile-requested")
public record ProfileRequested(
        ProfileId profileId,
        ServiceRef service,
        Sealed<AccountId> owner,
        Sealed<String> username,
        Sealed<String> message,
        Instant at) {}
