package org.acides.hiboo.captcha.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acides.hiboo.captcha.api.SiteKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The living sites, in memory: whoever asks for challenges of sites that do not exist must not reach the database. What
 * this node committed shows at once, what another did within two seconds. Whether a secret holds is never asked here.
 */
@Component
public class Sites {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private record Seen(Instant at, Map<SiteKey, KnownSite> sites) {}

    private final SiteRows rows;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Seen seen;

    Sites(SiteRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Optional<KnownSite> find(SiteKey key) {
        return Optional.ofNullable(current().get(key));
    }

    /** Every living site. */
    public Collection<KnownSite> all() {
        return current().values();
    }

    /** Whether pages of a host may pose the challenges of any site. */
    public boolean anyCovers(String host) {
        return current().values().stream().anyMatch(site -> site.settings().covers(host));
    }

    /** What is in memory holds no more. */
    void forget() {
        changes.incrementAndGet();
        seen = null;
    }

    private Map<SiteKey, KnownSite> current() {
        Seen known = seen;
        if (known != null && isFresh(known)) return known.sites();
        if (known == null) reading.lock();
        else if (!reading.tryLock()) return known.sites();
        try {
            Seen meanwhile = seen;
            return meanwhile != null && isFresh(meanwhile) ? meanwhile.sites() : read();
        } finally {
            reading.unlock();
        }
    }

    private Map<SiteKey, KnownSite> read() {
        long before = changes.get();
        Instant now = clock.instant();
        Map<SiteKey, KnownSite> sites =
                rows.living().stream().collect(Collectors.toUnmodifiableMap(KnownSite::siteKey, Function.identity()));
        if (changes.get() == before) seen = new Seen(now, sites);
        return sites;
    }

    private boolean isFresh(Seen known) {
        return Duration.between(known.at(), clock.instant()).abs().compareTo(FRESH) < 0;
    }
}
