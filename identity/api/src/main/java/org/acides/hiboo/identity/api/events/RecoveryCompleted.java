package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The delay is over: the account's factors and recovery codes went, and so did its sessions and tokens. The password stays. */
@EventName("identity.recovery-completed")
public record RecoveryCompleted(AccountId accountId, RecoveryId recoveryId, Instant at) {}
