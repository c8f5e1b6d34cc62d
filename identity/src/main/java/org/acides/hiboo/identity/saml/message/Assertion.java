package org.acides.hiboo.identity.saml.message;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * What is said of a profile.
 *
 * @param issuer our entity identifier
 * @param audience the service provider's
 * @param consumer where it is posted: destination and recipient
 * @param inResponseTo the request's identifier; empty when nobody asked
 * @param sessionIndex what the session is called at this service provider
 * @param provedAt when the person proved who they are, as far as the service provider is told
 * @param context the class of how they did
 * @param attributes values by the names that the service provider reads them under
 */
public record Assertion(
        String issuer,
        String audience,
        URI consumer,
        String inResponseTo,
        NameIdentifier name,
        String sessionIndex,
        Instant provedAt,
        String context,
        Map<String, String> attributes,
        Instant now) {

    public Assertion {
        attributes = Map.copyOf(attributes);
    }

    /** Says nothing of the profile. */
    @Override
    public String toString() {
        return "Assertion[for " + audience + "]";
    }
}
