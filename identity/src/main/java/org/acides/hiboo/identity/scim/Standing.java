package org.acides.hiboo.identity.scim;

import org.jspecify.annotations.Nullable;

/**
 * How a profile stands now, as its service is told.
 *
 * @param externalId its pairwise subject (RFC 7643 §3.1)
 * @param username null once it is erased
 */
record Standing(State state, String externalId, @Nullable String username) {

    enum State {
        ACTIVE,
        INACTIVE,
        GONE
    }
}
