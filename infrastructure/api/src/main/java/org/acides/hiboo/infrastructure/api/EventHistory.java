package org.acides.hiboo.infrastructure.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that happened, newest first, for people who may look: personal values stay sealed. */
public interface EventHistory {

    /**
     * What to show. An empty filter shows all.
     *
     * @param names event names to keep, such as {@code identity.account-registered}; empty for all
     * @param actor exact actor id, or null for anyone
     * @param aggregate exact aggregate identifier, or null for any
     * @param from inclusive, or null
     * @param to exclusive, or null
     */
    record Filter(
            Set<String> names,
            @Nullable String actor,
            @Nullable String aggregate,
            @Nullable Instant from,
            @Nullable Instant to) {

        public static final Filter ALL = new Filter(Set.of(), null, null, null, null);

        public Filter {
            names = Set.copyOf(names);
        }
    }

    /**
     * One event as stored.
     *
     * @param position global order, starting at 1, with gaps
     * @param eventId the event's own id, which its effects name as their cause
     * @param name logical name
     * @param revision of the stored payload
     * @param command the logical name of the command that led here, or null when none did
     * @param cause id of the message that caused it
     * @param payload JSON text, personal values sealed
     */
    record Entry(
            long position,
            String eventId,
            String name,
            int revision,
            String aggregate,
            long sequence,
            Instant at,
            Actor actor,
            @Nullable String command,
            @Nullable String cause,
            String payload) {}

    /**
     * A page of entries in falling order of position; keyset-paged, so that page a million costs what page one does.
     *
     * @param before only positions below it; {@link Long#MAX_VALUE} for the newest
     * @param limit 1 to 500
     */
    List<Entry> page(Filter filter, long before, int limit);

    /** How many events the filter leaves, exact up to the limit given, and the limit itself beyond it. */
    long count(Filter filter, long limit);

    /** Up to {@code limit} entries from the {@code offset}-th newest on, for scroll bars; 0-based. */
    List<Entry> slice(Filter filter, long offset, int limit);

    Optional<Entry> find(String eventId);

    /** Names that occur in the store, sorted. */
    List<String> names();

    /**
     * Calls back, on a thread of ours, soon after events are committed on any node; bursts are told as one.
     *
     * @return closes the subscription
     */
    AutoCloseable onAppend(Runnable listener);
}
