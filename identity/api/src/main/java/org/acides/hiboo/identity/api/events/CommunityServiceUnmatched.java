package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/** No more profiles come from the community to the service. */
@EventName("identity.community-service-unmatched")
public record CommunityServiceUnmatched(CommunityId communityId, ServiceRef service, Instant at) {}
