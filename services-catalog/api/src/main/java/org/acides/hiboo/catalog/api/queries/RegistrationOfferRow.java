package org.acides.hiboo.catalog.api.queries;

import java.time.Instant;
import org.acides.hiboo.catalog.api.OfferId;
import org.acides.hiboo.catalog.api.ServiceId;
import org.jspecify.annotations.Nullable;

/** @param service whose client registers, or null for new services */
public record RegistrationOfferRow(
        OfferId offerId,
        @Nullable ServiceId service,
        boolean opens,
        int uses,
        int used,
        Instant issuedAt,
        Instant endsAt,
        boolean withdrawn) {}
