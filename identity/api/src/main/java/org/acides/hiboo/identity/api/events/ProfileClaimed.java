package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * The profile just created was an unclaimed one: its owner proved that the old account was theirs, by its password or by the
 * address that the list had for it.
 */
@EventName("identity.profile-claimed")
public record ProfileClaimed(ProfileId profileId, ServiceRef service, boolean byEmail, Instant at) {}
