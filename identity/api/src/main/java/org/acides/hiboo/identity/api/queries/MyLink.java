package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.jspecify.annotations.Nullable;

/**
 * A provider elsewhere, and whether an identity there opens the account.
 *
 * @param provider what it is called
 * @param open whether anybody signs in by it now
 * @param linkId null when there is no link
 * @param linkedAt null when there is no link
 */
public record MyLink(
        UpstreamId upstreamId,
        String provider,
        boolean open,
        @Nullable LinkId linkId,
        @Nullable Instant linkedAt) {}
