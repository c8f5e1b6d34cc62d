package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The member was shown fresh recovery codes; those before them hold no more. */
@EventName("identity.recovery-codes-renewed")
public record RecoveryCodesRenewed(AccountId accountId, Instant at) {}
