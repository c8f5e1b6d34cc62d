package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A recovery under way, as admins see it.
 *
 * @param by who proposed it
 * @param byName their login name
 * @param lapsesAt when it is over, unless another admin confirms it before
 * @param dueAt when the factors go; null before another admin confirmed
 */
public record RecoveryRow(
        AccountId by,
        String byName,
        Instant proposedAt,
        Instant lapsesAt,
        @Nullable Instant dueAt) {}
