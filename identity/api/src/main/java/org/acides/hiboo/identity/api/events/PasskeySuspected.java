package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * A passkey counted its uses backwards, so that there may be a copy of it (WebAuthn §6.1.1). It was refused, and proves
 * nothing from now on.
 */
@EventName("identity.passkey-suspected")
public record PasskeySuspected(AccountId accountId, FactorId factorId, Instant at) {}
