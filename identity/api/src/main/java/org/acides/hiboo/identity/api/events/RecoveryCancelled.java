package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The member, or an admin, called it off: the factors stay. */
@EventName("identity.recovery-cancelled")
public record RecoveryCancelled(AccountId accountId, RecoveryId recoveryId, Instant at) {}
