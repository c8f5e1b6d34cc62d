package org.acides.hiboo.captcha.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.acides.hiboo.captcha.api.SiteId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What sites have to pose, in memory: whoever asks for challenges, as often as they like, must not reach the database each
 * time. What this node committed shows at once, what another did within two seconds.
 */
public final class Remembered<V> {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private record Seen<V>(V value, Instant at) {}

    private final ConcurrentMap<SiteId, Seen<V>> seen = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Function<SiteId, V> reading;

    public Remembered(Clock clock, Function<SiteId, V> reading) {
        this.clock = clock;
        this.reading = reading;
    }

    /** @param site one that exists: as much is remembered as there are sites */
    public V of(SiteId site) {
        Seen<V> known = seen.get(site);
        if (known == null || !isFresh(known))
            known = seen.compute(
                    site,
                    (id, meanwhile) -> meanwhile != null && isFresh(meanwhile)
                            ? meanwhile
                            : new Seen<>(reading.apply(id), clock.instant()));
        return known.value();
    }

    /** After the running transaction's commit, what is in memory of the site holds no more. */
    public void forget(SiteId site) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                seen.remove(site);
            }
        });
    }

    private boolean isFresh(Seen<V> one) {
        return Duration.between(one.at(), clock.instant()).abs().compareTo(FRESH) < 0;
    }
}
