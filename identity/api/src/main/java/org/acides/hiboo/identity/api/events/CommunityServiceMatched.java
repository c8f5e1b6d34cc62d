package org.acides.hiboo.identity.api.events;

import java.net.URI;
import java.time.Instant;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * Profiles of another community's application may come to a service of ours.
 *
 * @param theirs the application's address, as it is described there
 */
@EventName("identity.community-service-matched")
public record CommunityServiceMatched(CommunityId communityId, ServiceRef service, URI theirs, Instant at) {}
