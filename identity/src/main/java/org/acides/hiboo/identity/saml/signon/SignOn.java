package org.acides.hiboo.identity.saml.signon;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.api.ServiceRef;

/**
 * A sign-on that is in order, as it travels with the person. Strings are empty where nothing was said.
 *
 * @param requestId what the answer answers; empty when the person came by themselves
 * @param format the kind of name that was asked for, one that {@code NameIdentifiers} knows
 * @param contexts classes that were asked for, in order of preference
 * @param comparison how the person's level has to compare with them
 * @param subject whom the service provider means
 * @param arrived when it first came
 */
record SignOn(
        ServiceRef service,
        String requestId,
        URI consumer,
        String relayState,
        String format,
        boolean afresh,
        boolean silent,
        List<String> contexts,
        String comparison,
        String subject,
        Instant arrived) {

    SignOn {
        contexts = List.copyOf(contexts);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "SignOn[" + service + "]";
    }
}
