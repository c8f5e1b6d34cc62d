package org.acides.hiboo.identity.upstream.visit;

import java.time.Instant;
import java.util.List;

/**
 * What a provider says of a person, once it is believed.
 *
 * @param subject what it calls them ({@code sub})
 * @param methods how they proved it, for our own {@code amr}
 * @param provedAt when ({@code auth_time}); not later than now
 */
record Vouched(String subject, List<String> methods, Instant provedAt) {

    /** Never shows what the provider calls them. */
    @Override
    public String toString() {
        return "Vouched[" + methods + "]";
    }
}
