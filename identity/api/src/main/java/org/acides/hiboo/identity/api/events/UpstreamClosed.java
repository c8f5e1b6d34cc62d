package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Nobody signs in by the provider any more; the links stay. */
@EventName("identity.upstream-closed")
public record UpstreamClosed(UpstreamId upstreamId, Instant at) {}
