package org.acides.hiboo.webui.identity.profile;

import java.util.Locale;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceState;

/** How a member comes by one more profile on a service. The command decides; this only says beforehand what it will. */
enum Joining {
    AT_ONCE,
    FULL,
    ON_APPROVAL,
    BY_MANAGERS,
    LOCKED,
    CLOSED,
    RETIRED;

    /** @param held profiles that the member has there */
    static Joining of(ServiceState state, ProfilePolicy policy, int quota, int held) {
        return switch (state) {
            case CLOSED -> CLOSED;
            case RETIRED -> RETIRED;
            case OPEN ->
                switch (policy) {
                    case OPEN -> held < quota ? AT_ONCE : FULL;
                    case BURST -> held < quota ? AT_ONCE : ON_APPROVAL;
                    case MANAGED -> ON_APPROVAL;
                    case RESERVED -> BY_MANAGERS;
                    case LOCKED -> LOCKED;
                };
        };
    }

    boolean atOnce() {
        return this == AT_ONCE;
    }

    /** The message key that says it, with the quota as its argument. */
    String key() {
        return "joining." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
