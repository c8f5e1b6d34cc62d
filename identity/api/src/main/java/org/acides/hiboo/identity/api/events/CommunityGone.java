package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The community answers no more, an admin says: it is no longer asked to let go of what comes from there. */
@EventName("identity.community-gone")
public record CommunityGone(CommunityId communityId, Instant at) {}
