package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The account signs in again. */
@EventName("identity.account-unblocked")
public record AccountUnblocked(AccountId accountId, Instant at) {}
