package org.acides.hiboo.identity.moving;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes bundles in: first looked at, then accepted once. Each profile then comes at an hour drawn at random, for profiles that
 * come in one minute would be seen to be one member's.
 */
@Component
class Arrivals {

    private static final int MOST_DRAFTS = 5;

    private final SignedByOthers signed;
    private final StoredArrivals stored;
    private final DryRun dryRun;
    private final Clock clock;
    private final Duration spread;
    private final SecureRandom random = new SecureRandom();

    Arrivals(
            SignedByOthers signed,
            StoredArrivals stored,
            DryRun dryRun,
            Clock clock,
            @Value("${hiboo.moving.spread:6h}") Duration spread) {
        if (spread.isNegative()) throw new IllegalArgumentException("hiboo.moving.spread: not negative");
        this.signed = signed;
        this.stored = stored;
        this.dryRun = dryRun;
        this.clock = clock;
        this.spread = spread;
    }

    /** Within how long all profiles of a bundle come, as far as they can. */
    Duration spread() {
        return spread;
    }

    /**
     * Nothing comes of it yet.
     *
     * @return the arrival
     * @throws Refused {@code bundle.…}, {@code arriving.too-many} (most)
     */
    @Transactional
    public UUID handIn(AccountId account, byte[] file, String code) {
        SignedByOthers.Letter letter = signed.read(BundleFile.open(file, code), Bundle.TYPE);
        Bundle bundle = Bundle.of(letter.claims());
        String from = letter.from().address().toString();
        if (stored.accepted(from, bundle.id())) throw new Refused("bundle.replayed");
        Map<UUID, Arrival> own = stored.of(account);
        for (Map.Entry<UUID, Arrival> one : own.entrySet())
            if (!one.getValue().accepted() && one.getValue().bundle().equals(bundle.id())) return one.getKey();
        if (own.values().stream().filter(one -> !one.accepted()).count() >= MOST_DRAFTS)
            throw new Refused("arriving.too-many", MOST_DRAFTS);
        List<Coming> offered = bundle.profiles().stream().map(Coming::offered).toList();
        return stored.add(new Arrival(account, from, bundle.id(), bundle.account(), bundle.expires(), false, offered));
    }

    Optional<Arrival> find(AccountId account, UUID id) {
        return stored.find(id).filter(arrival -> arrival.account().equals(account));
    }

    Map<UUID, Arrival> of(AccountId account) {
        return stored.of(account);
    }

    /**
     * What the member wants: now, or of profiles that something was in the way of, again. A profile that has a problem all the same
     * waits for another word; one that is not wanted stays where it is.
     *
     * @param wanted usernames by reference
     * @throws Refused {@code arriving.unknown}, {@code bundle.expired}, {@code bundle.replayed}, {@code arriving.nothing}
     */
    @Transactional
    public void want(AccountId account, UUID id, Map<String, String> wanted) {
        Arrival before = find(account, id).orElseThrow(() -> new Refused("arriving.unknown"));
        if (!before.accepted()) {
            if (wanted.isEmpty()) throw new Refused("arriving.nothing");
            if (!before.expires().isAfter(clock.instant())) throw new Refused("bundle.expired");
            // The same word twice, as a double click says it, is one.
            if (!stored.acceptOnce(before)
                    && find(account, id).filter(Arrival::accepted).isEmpty()) throw new Refused("bundle.replayed");
        }
        stored.change(id, now -> {
            Arrival named = now.with(one -> named(now, one, wanted));
            Map<String, Refused> problems =
                    dryRun.problems(named, one -> wanted.containsKey(one.line().ref()));
            return named.with(one -> decided(named, one, wanted, problems)).accept();
        });
    }

    /** A bundle that was only looked at, or whose story is over. */
    @Transactional
    public void forget(AccountId account, UUID id) {
        find(account, id)
                .filter(arrival -> arrival.next() == null && !arrival.owed())
                .ifPresent(arrival -> stored.forget(id));
    }

    /** By another name only where the service's members may change theirs. */
    private Coming named(Arrival arrival, Coming one, Map<String, String> wanted) {
        String name = wanted.get(one.line().ref());
        if (!one.open() || name == null || !dryRun.renamable(arrival, one)) return one;
        return one.named(name);
    }

    private Coming decided(Arrival arrival, Coming one, Map<String, String> wanted, Map<String, Refused> problems) {
        if (!one.open()) return one;
        if (!wanted.containsKey(one.line().ref())) return arrival.accepted() ? one : one.skipped();
        Refused problem = problems.get(one.line().ref());
        return problem == null ? one.waiting(one.username(), drawn()) : one.stuck(problem.code());
    }

    private Instant drawn() {
        return clock.instant().plusMillis(random.nextLong(spread.toMillis() + 1));
    }
}
