package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.OfferId;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.jspecify.annotations.Nullable;

/** An admin lets applications register themselves. The token that they do it with is nowhere but with whoever was shown it. */
@EventName("catalog.registration-offered")
public record RegistrationOffered(
        OfferId offerId, @Nullable ServiceId service, boolean opens, int uses, Instant endsAt, Instant at) {}
