package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.GiftId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/** A leave for one person to make one profile on a service. Its secret is in no event, nor is who used it. */
@EventName("identity.gift-issued")
public record GiftIssued(GiftId giftId, ServiceRef service, Instant expiresAt, Instant at) {}
