package org.acides.hiboo.infrastructure.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key signs until its successor does, so that there always is one. The keys of all algorithms are made together when
 * the first of them is asked for: a service that changes its algorithm later never meets a key that nobody saw published.
 */
final class RotatingKeys implements SigningKeys {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Seen(Instant at, List<StoredKey> keys) {}

    private final KeyStorage storage;
    private final KeyFamily family;
    private final Lifetimes lifetimes;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    RotatingKeys(KeyStorage storage, KeyFamily family, Lifetimes lifetimes, Clock clock) {
        this.storage = storage;
        this.family = family;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public JWK current(JWSAlgorithm algorithm) {
        if (!family.algorithms().contains(algorithm))
            throw new IllegalArgumentException("no key signs with " + algorithm);
        Instant now = clock.instant();
        return keys(now).stream()
                .filter(key -> key.algorithm().equals(algorithm))
                // The first has none before it, and the database may round its beginning up to a moment from now.
                .filter(key -> key.number() == 1 || !key.signsFrom().isAfter(now))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalStateException("the clock went back before the oldest signing key"))
                .pair();
    }

    @Override
    public JWKSet published() {
        return new JWKSet(keys(clock.instant()).stream()
                .map(key -> key.pair().toPublicJWK())
                .toList());
    }

    /** Announces what will sign next, and withdraws what signed long ago. Whether it runs late or twice is no matter. */
    void rotate() {
        Instant now = clock.instant();
        List<StoredKey> keys = reload(now);
        for (JWSAlgorithm algorithm : family.algorithms()) {
            List<StoredKey> own = keys.stream()
                    .filter(key -> key.algorithm().equals(algorithm))
                    .toList();
            if (own.isEmpty()) continue;
            StoredKey newest = own.getLast();
            Instant planned = newest.signsFrom().plus(lifetimes.signing());
            Instant earliest = now.plus(lifetimes.announced());
            if (!planned.isAfter(earliest))
                storage.add(
                        algorithm, newest.number() + 1, earliest, family.maker().make(algorithm, now));
            for (int index = 0; index + 1 < own.size(); index++) {
                Instant replaced = own.get(index + 1).signsFrom();
                if (!replaced.plus(lifetimes.kept()).isAfter(now)) storage.remove(own.get(index));
            }
        }
        reload(now);
    }

    private List<StoredKey> keys(Instant now) {
        return fresh(now).orElseGet(() -> load(now));
    }

    private synchronized List<StoredKey> load(Instant now) {
        return fresh(now).orElseGet(() -> reload(now));
    }

    private Optional<List<StoredKey>> fresh(Instant now) {
        Seen last = seen;
        if (last == null || Duration.between(last.at(), now).abs().compareTo(FRESH) >= 0) return Optional.empty();
        return Optional.of(last.keys());
    }

    private synchronized List<StoredKey> reload(Instant now) {
        Seen last = seen;
        List<StoredKey> keys = storage.all(family.algorithms(), last == null ? List.of() : last.keys());
        if (!complete(keys)) {
            for (JWSAlgorithm algorithm : family.algorithms())
                if (!has(keys, algorithm))
                    storage.add(algorithm, 1, now, family.maker().make(algorithm, now));
            keys = storage.all(family.algorithms(), keys);
        }
        seen = new Seen(now, List.copyOf(keys));
        return keys;
    }

    private boolean complete(List<StoredKey> keys) {
        return family.algorithms().stream().allMatch(algorithm -> has(keys, algorithm));
    }

    private static boolean has(List<StoredKey> keys, JWSAlgorithm algorithm) {
        return keys.stream().anyMatch(key -> key.algorithm().equals(algorithm));
    }
}
