package org.acides.hiboo.identity.profile;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;

/** A profile that exists and was not deleted. */
public record LiveProfile(ProfileId id, ServiceRef service, String username, String alias, Instant createdAt) {

    /** Never shows the names: they are personal. */
    @Override
    public String toString() {
        return "LiveProfile[" + id + "]";
    }
}
