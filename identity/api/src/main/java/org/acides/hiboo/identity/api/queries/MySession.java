package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.SessionId;

/** A signed-in browser as its owner sees it; device is a coarse name such as «Firefox, Linux», never the full header. */
public record MySession(SessionId sessionId, String device, Instant signedInAt, Instant lastUsedAt) {}
