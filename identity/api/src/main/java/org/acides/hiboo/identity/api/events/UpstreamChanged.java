package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * The provider is called that from now on, and trusted or not.
 *
 * @param secretReplaced whether the client has another secret
 */
@EventName("identity.upstream-changed")
public record UpstreamChanged(
        UpstreamId upstreamId, String name, boolean trusted, boolean secretReplaced, Instant at) {}
