package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The provider is forgotten. Nobody was linked to it. */
@EventName("identity.upstream-removed")
public record UpstreamRemoved(UpstreamId upstreamId, Instant at) {}
