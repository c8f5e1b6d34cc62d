package org.acides.hiboo.identity.picker;

import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.profile.HeldProfile;
import org.acides.hiboo.identity.service.Service;
import org.jspecify.annotations.Nullable;

/** How a person comes by one more profile on a service. The command decides; this says beforehand what it will. */
enum Way {
    /** By a form. */
    AT_ONCE,
    /** By asking the service's managers. */
    ON_REQUEST,
    NONE;

    /**
     * @param held what the person holds there
     * @param gift whether they came with a gift that holds
     */
    static Way of(Service service, List<HeldProfile> held, boolean gift) {
        if (!service.open()) return NONE;
        boolean room = held.stream().filter(HeldProfile::counts).count() < service.quota();
        if (gift) return room && service.policy() != ProfilePolicy.LOCKED ? AT_ONCE : NONE;
        return switch (service.policy()) {
            case OPEN -> room ? AT_ONCE : NONE;
            case BURST -> room ? AT_ONCE : waits(held) ? NONE : ON_REQUEST;
            case MANAGED -> room ? ON_REQUEST : NONE;
            case RESERVED, LOCKED -> NONE;
        };
    }

    /** Message key of what is to be known of the service's policy, or null. */
    static @Nullable String why(Service service, List<HeldProfile> held) {
        boolean onRequest = of(service, held, false) == ON_REQUEST;
        return switch (service.state()) {
            case CLOSED -> "picker.closed";
            case RETIRED -> "picker.retired";
            case OPEN ->
                switch (service.policy()) {
                    case OPEN -> null;
                    case BURST -> onRequest ? "picker.beyond-quota" : null;
                    case MANAGED -> onRequest ? "picker.managed" : null;
                    case RESERVED -> "picker.reserved";
                    case LOCKED -> "picker.locked";
                };
        };
    }

    private static boolean waits(List<HeldProfile> held) {
        return held.stream().anyMatch(profile -> profile.state() == HeldProfile.State.REQUESTED);
    }
}
