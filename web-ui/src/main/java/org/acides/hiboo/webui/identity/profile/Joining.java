package org.acides.hiboo.webui.identity.profile;

import java.util.List;
import java.util.Locale;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.identity.api.queries.MyProfile.Standing;

/** How a member comes by one more profile on a service. The command decides; this only says beforehand what it will. */
enum Joining {
    AT_ONCE,
    FULL,
    ON_APPROVAL,
    /** Beyond the quota, while one request waits. */
    ASKED,
    BY_MANAGERS,
    LOCKED,
    CLOSED,
    RETIRED;

    /** @param mine what the member holds there */
    static Joining of(ServiceState state, ProfilePolicy policy, int quota, List<MyProfile> mine) {
        int held = (int) mine.stream().filter(Joining::counts).count();
        boolean waits = mine.stream().anyMatch(profile -> profile.standing() == Standing.REQUESTED);
        return of(state, policy, quota, held, waits);
    }

    /** @param held profiles that fill a place in the quota */
    static Joining of(ServiceState state, ProfilePolicy policy, int quota, int held, boolean waits) {
        return switch (state) {
            case CLOSED -> CLOSED;
            case RETIRED -> RETIRED;
            case OPEN ->
                switch (policy) {
                    case OPEN -> held < quota ? AT_ONCE : FULL;
                    case BURST -> held < quota ? AT_ONCE : waits ? ASKED : ON_APPROVAL;
                    case MANAGED -> held < quota ? ON_APPROVAL : FULL;
                    case RESERVED -> BY_MANAGERS;
                    case LOCKED -> LOCKED;
                };
        };
    }

    private static boolean counts(MyProfile profile) {
        return switch (profile.standing()) {
            case REQUESTED, LIVE, SUSPENDED, CONTESTED -> true;
            case REFUSED, LEAVING, DELETED -> false;
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
