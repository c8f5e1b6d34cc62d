package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.OfferId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Nobody registers with that offer any more. */
@EventName("catalog.registration-offer-withdrawn")
public record RegistrationOfferWithdrawn(OfferId offerId, Instant at) {}
