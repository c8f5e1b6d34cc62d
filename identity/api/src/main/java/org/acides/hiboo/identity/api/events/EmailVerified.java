package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The member proved that they read the mail of their address. */
@EventName("identity.email-verified")
public record EmailVerified(AccountId accountId, Instant at) {}
