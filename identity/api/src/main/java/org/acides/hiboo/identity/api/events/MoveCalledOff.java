package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A member takes nothing more to the other community with that bundle. */
@EventName("identity.move-called-off")
public record MoveCalledOff(MoveId moveId, AccountId accountId, Instant at) {}
