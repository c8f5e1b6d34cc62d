package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.GiftId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A gift lets nobody make a profile any more. */
@EventName("identity.gift-withdrawn")
public record GiftWithdrawn(GiftId giftId, Instant at) {}
