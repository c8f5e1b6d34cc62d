package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** How profiles of a service come to be, and how many an account may have there (1 to 20). */
@EventName("catalog.profile-policy-set")
public record ProfilePolicySet(ServiceId serviceId, ProfilePolicy policy, int quota, Instant at) {}
