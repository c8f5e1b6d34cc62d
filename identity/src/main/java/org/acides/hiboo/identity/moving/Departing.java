package org.acides.hiboo.identity.moving;

import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;

/** Whose profiles a bundle holds, and which of them live elsewhere already. */
record Departing(AccountId account, List<Part> parts) {

    Departing {
        parts = List.copyOf(parts);
    }

    /** @param ref as in the bundle */
    record Part(String ref, ProfileId profile, boolean gone) {}

    Optional<Part> part(String ref) {
        return parts.stream().filter(part -> part.ref().equals(ref)).findFirst();
    }

    Departing without(Part one) {
        return new Departing(
                account,
                parts.stream()
                        .map(part -> part.equals(one) ? new Part(part.ref(), part.profile(), true) : part)
                        .toList());
    }

    int gone() {
        return (int) parts.stream().filter(Part::gone).count();
    }
}
