package org.acides.hiboo.identity.api.events;

import java.net.URI;
import java.time.Instant;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Accounts may come from the community that signs at that address, and go there. */
@EventName("identity.community-trusted")
public record CommunityTrusted(CommunityId communityId, URI address, Instant at) {}
