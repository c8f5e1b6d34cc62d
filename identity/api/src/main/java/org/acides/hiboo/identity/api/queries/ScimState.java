package org.acides.hiboo.identity.api.queries;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a service is told of its profiles.
 *
 * @param waiting how many profiles it is still to be told of
 * @param givenUp how many of whom nothing is tried any more
 * @param failure what went wrong last with one of those, in English and without a value of theirs; null when nothing did
 */
public record ScimState(
        URI endpoint,
        Instant connectedAt,
        int waiting,
        int givenUp,
        @Nullable String failure) {}
