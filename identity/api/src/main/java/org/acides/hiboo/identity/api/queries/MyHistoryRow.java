package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.ServiceRef;
import org.jspecify.annotations.Nullable;

/** Something that happened to the member: an event's logical name, the service it concerns and the username, where there are any. */
public record MyHistoryRow(
        Instant at,
        String name,
        @Nullable ServiceRef service,
        @Nullable String username,
        boolean byMe) {}
