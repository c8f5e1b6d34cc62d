package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * A recovery code stood in for a factor.
 *
 * @param left how many codes the member has still
 */
@EventName("identity.recovery-code-used")
public record RecoveryCodeUsed(AccountId accountId, int left, Instant at) {}
