package org.acides.hiboo.identity.saml.logout;

import java.util.List;
import org.acides.hiboo.identity.api.ServiceRef;

/**
 * A service provider's request to sign somebody out, verified, as it travels with the browser.
 *
 * @param name what the service provider calls them
 * @param sessionIndexes which sessions; empty for any
 */
record LogoutAsked(ServiceRef service, String requestId, String relayState, String name, List<String> sessionIndexes) {

    static final String PURPOSE = "logout-asked";

    LogoutAsked {
        sessionIndexes = List.copyOf(sessionIndexes);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "LogoutAsked[" + service + "]";
    }
}
