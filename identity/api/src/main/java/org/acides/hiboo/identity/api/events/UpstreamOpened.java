package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Members may sign in by the provider. */
@EventName("identity.upstream-opened")
public record UpstreamOpened(UpstreamId upstreamId, Instant at) {}
