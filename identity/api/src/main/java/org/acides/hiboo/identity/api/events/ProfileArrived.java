package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/**
 * The profile just created came from another community, and its service goes on knowing it by the subject that it had.
 *
 * @param subject what the service knows the profile by, sealed under the profile's own key
 * @param reserved MAC over service and subject, 64 hex digits: no other profile has that subject, also once this one is erased
 * @param since when the profile was made, to the day
 */
@EventName("identity.profile-arrived")
public record ProfileArrived(
        ProfileId profileId, ServiceRef service, Sealed<String> subject, String reserved, Instant since, Instant at) {}
