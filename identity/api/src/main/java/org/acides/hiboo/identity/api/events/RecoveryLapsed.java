package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.infrastructure.api.EventName;

/** No other admin confirmed it in time: the factors stay. */
@EventName("identity.recovery-lapsed")
public record RecoveryLapsed(AccountId accountId, RecoveryId recoveryId, Instant at) {}
