package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Nothing comes from the community any more, and nothing goes there. */
@EventName("identity.community-forgotten")
public record CommunityForgotten(CommunityId communityId, Instant at) {}
