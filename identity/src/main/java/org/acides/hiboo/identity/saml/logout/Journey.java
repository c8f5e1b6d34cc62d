package org.acides.hiboo.identity.saml.logout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser's way round the services that it is signed out of, one after the other.
 *
 * @param session the one that is over
 * @param awaited the message that an answer is awaited to; empty when none is
 * @param partial whether a service was not told, or did not do it
 * @param onward where the person goes in the end; empty when a service provider is answered
 * @param asked the service provider's request that is answered in the end, or null
 */
record Journey(
        UUID session,
        List<Leg> legs,
        String awaited,
        boolean partial,
        String onward,
        @Nullable Asked asked) {

    /** A service provider's own request. */
    record Asked(UUID service, String requestId, String relayState) {}

    Journey {
        legs = List.copyOf(legs);
    }

    Journey awaiting(String messageId) {
        return new Journey(session, legs.subList(1, legs.size()), messageId, partial, onward, asked);
    }

    /** The next, though the one before did not say that it signed the person out. */
    Journey unanswered() {
        return awaited.isEmpty() ? this : new Journey(session, legs, "", true, onward, asked);
    }

    Journey answered(boolean success) {
        return new Journey(session, legs, "", partial || !success, onward, asked);
    }

    Journey skipping() {
        return new Journey(session, legs.subList(1, legs.size()), "", true, onward, asked);
    }

    Journey shorter() {
        return new Journey(session, legs.subList(0, legs.size() - 1), awaited, true, onward, asked);
    }
}
