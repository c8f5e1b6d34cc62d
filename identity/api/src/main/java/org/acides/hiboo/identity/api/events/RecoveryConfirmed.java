package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * Another admin says so too: the member is told, and their factors go when it is due, unless it is called off before.
 *
 * @param by the other admin
 */
@EventName("identity.recovery-confirmed")
public record RecoveryConfirmed(AccountId accountId, RecoveryId recoveryId, AccountId by, Instant dueAt, Instant at) {}
