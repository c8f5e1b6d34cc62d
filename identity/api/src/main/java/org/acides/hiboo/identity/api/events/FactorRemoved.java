package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.infrastructure.api.EventName;

/** This factor proves nothing any more. With the last one the recovery codes went. */
@EventName("identity.factor-removed")
public record FactorRemoved(AccountId accountId, FactorId factorId, FactorKind kind, Instant at) {}
