package org.acides.hiboo.identity.moving;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.acides.hiboo.identity.api.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that was handed in, and how far it got.
 *
 * @param account into which the profiles come
 * @param from the community's issuer
 * @param name the login name there
 * @param accepted whether the member said what shall come; before that, nothing happens
 */
record Arrival(
        AccountId account,
        String from,
        UUID bundle,
        String name,
        Instant expires,
        boolean accepted,
        List<Coming> profiles) {

    Arrival {
        profiles = List.copyOf(profiles);
    }

    Arrival accept() {
        return new Arrival(account, from, bundle, name, expires, true, profiles);
    }

    /** Each profile as it is to be now. */
    Arrival with(UnaryOperator<Coming> change) {
        return new Arrival(
                account,
                from,
                bundle,
                name,
                expires,
                accepted,
                profiles.stream().map(change).toList());
    }

    /** The same with one profile, known by its reference, as it is now. */
    Arrival with(Coming changed) {
        return with(one -> one.line().ref().equals(changed.line().ref()) ? changed : one);
    }

    /** When the next profile's turn is; null when none waits. */
    @Nullable
    Instant next() {
        Instant next = null;
        for (Coming one : profiles) {
            Instant due = one.state() == Coming.State.WAITING ? one.due() : null;
            if (due != null && (next == null || due.isBefore(next))) next = due;
        }
        return next;
    }

    boolean has(Coming.State state) {
        return profiles.stream().anyMatch(one -> one.state() == state);
    }

    /** Whether it would be wrong to forget it: the other community let go of a profile that is not here yet. */
    boolean owed() {
        return profiles.stream().anyMatch(one -> one.letGo() && one.state() != Coming.State.ARRIVED);
    }

    /** Never shows whose it is. */
    @Override
    public String toString() {
        return "Arrival[]";
    }
}
