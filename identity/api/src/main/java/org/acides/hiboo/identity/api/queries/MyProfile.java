package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;

/** A profile as its owner sees it. */
public record MyProfile(
        ProfileId profileId,
        ServiceRef service,
        String username,
        String alias,
        boolean remembered,
        Instant createdAt) {}
