package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * A profile is gone for good: its key is destroyed, and nobody can open what was sealed for it.
 *
 * @param reserved MACs, 64 hex digits each, of the usernames that it went by: they stay taken on the service
 */
@EventName("identity.profile-erased")
public record ProfileErased(ProfileId profileId, ServiceRef service, List<String> reserved, Instant at) {

    public ProfileErased {
        reserved = List.copyOf(reserved);
    }
}
