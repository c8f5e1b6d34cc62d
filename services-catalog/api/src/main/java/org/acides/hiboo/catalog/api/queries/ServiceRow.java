package org.acides.hiboo.catalog.api.queries;

import java.net.URI;
import java.time.Instant;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.jspecify.annotations.Nullable;

/** A service in a list. */
public record ServiceRow(
        ServiceId serviceId,
        String slug,
        String name,
        String category,
        String summary,
        URI address,
        @Nullable String logo,
        ServiceState state,
        ProfilePolicy policy,
        int quota,
        Instant registeredAt) {}
