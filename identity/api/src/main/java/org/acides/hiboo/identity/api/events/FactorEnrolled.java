package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.infrastructure.api.EventName;

/** The member showed that they hold this factor: from now on signing in takes it, or another of theirs, too. */
@EventName("identity.factor-enrolled")
public record FactorEnrolled(AccountId accountId, FactorId factorId, FactorKind kind, Instant at) {}
