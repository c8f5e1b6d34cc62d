package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/** The account signs in nowhere until it is unblocked; its sessions and tokens ended. */
@EventName("identity.account-blocked")
public record AccountBlocked(AccountId accountId, Sealed<String> reason, Instant at) {}
