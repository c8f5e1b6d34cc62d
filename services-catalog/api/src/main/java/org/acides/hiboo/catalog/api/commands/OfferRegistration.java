package org.acides.hiboo.catalog.api.commands;

import java.time.Duration;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.jspecify.annotations.Nullable;

/**
 * Lets applications register themselves as clients (RFC 7591) with a token, which is answered as a string, once: 43
 * characters of base64url. Refused: {@code offer.uses-out-of-range} (1, 1000), {@code offer.valid-for-out-of-range} (1, 90
 * days), {@code offer.one-service-once} when a service is named and uses are not 1, {@code service.unknown}, {@code
 * service.retired}, {@code service.has-client}.
 *
 * @param service whose client it will be; null for a new service each time
 * @param opens a new service is open at once, instead of waiting for an admin
 * @param uses how many applications may use it
 * @param validFor from now on
 */
@ProvedLately
public record OfferRegistration(@Nullable ServiceId service, boolean opens, int uses, Duration validFor) {}
