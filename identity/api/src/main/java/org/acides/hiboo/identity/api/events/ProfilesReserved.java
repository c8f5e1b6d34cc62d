package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/** Some of a list's accounts are unclaimed profiles now, and hold their usernames. At most 500 at once. */
@EventName("identity.profiles-reserved")
public record ProfilesReserved(ImportId importId, ServiceRef service, List<Reserved> profiles, Instant at) {

    public ProfilesReserved {
        profiles = List.copyOf(profiles);
    }

    /** One of them, its username sealed under the profile that it becomes. */
    public record Reserved(ProfileId profileId, Sealed<String> username) {}
}
