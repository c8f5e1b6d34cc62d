package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.jspecify.annotations.Nullable;

/**
 * A factor as its owner sees it.
 *
 * @param name what they call a passkey or a certificate; empty for another kind
 * @param lastUsedAt the hour in which a passkey or a certificate last let them in; null for another kind, and before it did
 * @param suspected there may be a copy of that passkey: it proves nothing any more
 */
public record MyFactor(
        FactorId factorId,
        FactorKind kind,
        Instant enrolledAt,
        String name,
        @Nullable Instant lastUsedAt,
        boolean suspected) {}
