package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/**
 * An admin says that the member lost their factors. Nothing happens before another admin says so too.
 *
 * @param by the admin
 * @param reason how the admin knows that it is the member who asks
 */
@EventName("identity.recovery-proposed")
public record RecoveryProposed(
        AccountId accountId, RecoveryId recoveryId, AccountId by, Sealed<String> reason, Instant at) {}
