package org.acides.hiboo.webui.infrastructure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.EventHistory;

/** A history of as many events as one likes, made up while it is read; it counts what it was asked for. */
public final class GeneratedHistory implements EventHistory {

    private static final Instant FIRST = Instant.parse("2025-10-31T00:00:00Z");
    private static final List<String> NAMES = List.of(
            "identity.account-registered",
            "identity.email-verified",
            "identity.terms-accepted",
            "identity.profile-created",
            "catalog.service-opened",
            "identity.profile-renamed",
            "identity.role-granted");
    private static final String PAYLOAD = """
            {"profileId":"%s","serviceId":"%s","username":{"subject":"%s","box":"AQ9sVt0ygkRsb7bWmTT5VYQpdnv3"},
             "alias":{"subject":"%s","box":"AXk2bqmcX0fPz1mJq"},"renamable":true,"quota":3,"tags":["a",{"box":"AZ"}],"at":"%s"}""";

    private final AtomicLong head;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Rows handed out. */
    public final AtomicLong handedOut = new AtomicLong();

    public GeneratedHistory(long size) {
        head = new AtomicLong(size);
    }

    public void append(int events) {
        head.addAndGet(events);
        listeners.forEach(Runnable::run);
    }

    public static Entry entry(long position) {
        UUID aggregate = id("aggregate" + position / 5);
        Instant at = FIRST.plusSeconds(position * 28);
        String payload = PAYLOAD.formatted(aggregate, id("service"), aggregate, aggregate, at);
        boolean policy = position % 11 == 0;
        Actor actor = policy
                ? Actor.system("policy.welcome")
                : new Actor(id("actor" + position % 97).toString(), "MEMBER");
        return new Entry(
                position,
                id("event" + position).toString(),
                NAMES.get((int) (position % NAMES.size())),
                0,
                aggregate.toString(),
                position % 5,
                at,
                actor,
                "identity.create-profile",
                policy ? id("event" + (position - 1)).toString() : null,
                payload);
    }

    @Override
    public List<Entry> page(Filter filter, long before, int limit) {
        if (limit < 1 || limit > 500) throw new IllegalArgumentException("limit: 1 to 500");
        return handOut(below(filter, before).limit(limit).toList());
    }

    @Override
    public List<Entry> slice(Filter filter, long offset, int limit) {
        if (filter.equals(Filter.ALL)) return page(filter, head.get() - offset + 1, limit);
        return handOut(below(filter, Long.MAX_VALUE).skip(offset).limit(limit).toList());
    }

    @Override
    public long count(Filter filter, long limit) {
        if (filter.equals(Filter.ALL)) return Math.min(limit, head.get());
        return below(filter, Long.MAX_VALUE).limit(limit).count();
    }

    @Override
    public Optional<Entry> find(String eventId) {
        return below(Filter.ALL, Long.MAX_VALUE)
                .limit(1000)
                .filter(entry -> entry.eventId().equals(eventId))
                .findFirst();
    }

    @Override
    public List<String> names() {
        return NAMES.stream().sorted().toList();
    }

    @Override
    public AutoCloseable onAppend(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private Stream<Entry> below(Filter filter, long before) {
        // A stranger to this history would be looked for through all of it.
        if (filter.aggregate() != null && head.get() > 100_000) return Stream.of();
        long newest = Math.min(head.get(), before - 1);
        return LongStream.iterate(newest, position -> position > 0, position -> position - 1)
                .mapToObj(GeneratedHistory::entry)
                .filter(entry -> matches(filter, entry));
    }

    private static boolean matches(Filter filter, Entry entry) {
        return (filter.names().isEmpty() || filter.names().contains(entry.name()))
                && (filter.actor() == null
                        || filter.actor().equals(entry.actor().id()))
                && (filter.aggregate() == null || filter.aggregate().equals(entry.aggregate()))
                && (filter.from() == null || !entry.at().isBefore(filter.from()))
                && (filter.to() == null || entry.at().isBefore(filter.to()));
    }

    private List<Entry> handOut(List<Entry> entries) {
        handedOut.addAndGet(entries.size());
        return entries;
    }

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }
}
