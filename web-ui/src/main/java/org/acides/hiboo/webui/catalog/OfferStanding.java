package org.acides.hiboo.webui.catalog;

import java.time.Instant;
import org.acides.hiboo.catalog.api.queries.RegistrationOfferRow;

/** Whether an offer still lets an application register, and if not, why. */
enum OfferStanding {
    OPEN,
    USED_UP,
    OVER,
    WITHDRAWN;

    static OfferStanding of(RegistrationOfferRow offer, Instant now) {
        if (offer.withdrawn()) return WITHDRAWN;
        if (offer.used() >= offer.uses()) return USED_UP;
        return offer.endsAt().isAfter(now) ? OPEN : OVER;
    }
}
