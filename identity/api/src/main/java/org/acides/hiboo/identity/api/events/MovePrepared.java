package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A member asked for a bundle, to take profiles to another community. Which ones, and what becomes of them, is not told: it would join them. */
@EventName("identity.move-prepared")
public record MovePrepared(MoveId moveId, AccountId accountId, CommunityId communityId, Instant at) {}
