package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;

/** A factor as its owner sees it. */
public record MyFactor(FactorId factorId, FactorKind kind, Instant enrolledAt) {}
