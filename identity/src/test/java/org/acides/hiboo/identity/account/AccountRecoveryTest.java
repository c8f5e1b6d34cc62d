package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.identity.api.events.RecoveryCancelled;
import org.acides.hiboo.identity.api.events.RecoveryCompleted;
import org.acides.hiboo.identity.api.events.RecoveryConfirmed;
import org.acides.hiboo.identity.api.events.RecoveryLapsed;
import org.acides.hiboo.identity.api.events.RecoveryProposed;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;

/**
 * No path takes somebody's factors away but one: two admins, neither the member, the second of them in time, and the whole delay
 * without a call-off.
 */
class AccountRecoveryTest {

    private static final AccountId MEMBER = new AccountId(new UUID(0, 0));
    private static final RecoveryTimes TIMES = new RecoveryTimes(Duration.ofHours(72), Duration.ofDays(14));
    private static final Sealed<String> WHY = new Sealed<>(MEMBER.value(), "why");

    sealed interface Act {
        record Propose(int by) implements Act {}

        record Confirm(int by) implements Act {}

        record Cancel() implements Act {}

        record Wait(int hours) implements Act {}

        /** The schedule finds one, of now or of before, that nobody confirmed. */
        record Lapse(int which) implements Act {}

        /** The schedule fires for a recovery, of now or of before. */
        record Fire(int which) implements Act {}
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Integer> people = Arbitraries.integers().between(0, 3);
        Arbitrary<Act> one = Arbitraries.oneOf(
                people.map(Act.Propose::new),
                people.map(Act.Confirm::new),
                Arbitraries.just(new Act.Cancel()),
                Arbitraries.integers().between(1, 80).map(Act.Wait::new),
                Arbitraries.just(new Act.Wait(14 * 24)),
                Arbitraries.integers().between(0, 3).map(Act.Lapse::new),
                Arbitraries.integers().between(0, 3).map(Act.Fire::new));
        return one.list().ofMaxSize(30);
    }

    /** What the world knows of the recovery, told by the events alone. */
    private static final class World {
        final AccountRecovery recovery = new AccountRecovery();
        final List<RecoveryId> all = new java.util.ArrayList<>();
        final Set<RecoveryId> over = new HashSet<>();
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        Optional<RecoveryProposed> proposed = Optional.empty();
        Optional<RecoveryConfirmed> confirmed = Optional.empty();

        void does(Act act) {
            try {
                switch (act) {
                    case Act.Propose it ->
                        happened(recovery.propose(MEMBER, RecoveryId.random(), person(it.by()), WHY, now));
                    case Act.Confirm it -> happened(recovery.confirm(MEMBER, person(it.by()), TIMES, now));
                    case Act.Cancel _ -> recovery.cancel(MEMBER, now).ifPresent(this::happened);
                    case Act.Wait it -> now = now.plus(Duration.ofHours(it.hours()));
                    case Act.Lapse it ->
                        one(it.which())
                                .flatMap(which -> recovery.lapse(MEMBER, which, TIMES, now))
                                .ifPresent(this::happened);
                    case Act.Fire it ->
                        one(it.which())
                                .flatMap(which -> recovery.complete(MEMBER, which, now))
                                .ifPresent(this::happened);
                }
            } catch (Refused no) {
                assertThat(no.code()).startsWith("recovery.");
            }
        }

        /** Counted from the last. */
        private Optional<RecoveryId> one(int which) {
            return which < all.size() ? Optional.of(all.get(all.size() - 1 - which)) : Optional.empty();
        }

        void happened(RecoveryProposed event) {
            assertThat(proposed).isEmpty();
            assertThat(event.by()).isNotEqualTo(MEMBER);
            proposed = Optional.of(event);
            all.add(event.recoveryId());
            recovery.on(event);
        }

        void happened(RecoveryConfirmed event) {
            assertThat(confirmed).isEmpty();
            assertThat(event.by()).isNotIn(MEMBER, proposed.orElseThrow().by());
            assertThat(now).isBefore(proposed.orElseThrow().at().plus(TIMES.proposal()));
            assertThat(event.dueAt()).isEqualTo(now.plus(TIMES.delay()));
            confirmed = Optional.of(event);
            recovery.on(event);
        }

        void happened(RecoveryCancelled event) {
            ends(event.recoveryId());
            recovery.on(event);
        }

        void happened(RecoveryLapsed event) {
            assertThat(confirmed).isEmpty();
            assertThat(now).isAfterOrEqualTo(proposed.orElseThrow().at().plus(TIMES.proposal()));
            ends(event.recoveryId());
            recovery.on(event);
        }

        void happened(RecoveryCompleted event) {
            assertThat(now).isAfterOrEqualTo(confirmed.orElseThrow().dueAt());
            ends(event.recoveryId());
            recovery.on(event);
        }

        private void ends(RecoveryId which) {
            assertThat(which).isEqualTo(proposed.orElseThrow().recoveryId());
            assertThat(over.add(which)).isTrue();
            proposed = Optional.empty();
            confirmed = Optional.empty();
        }

        private static AccountId person(int number) {
            return new AccountId(new UUID(0, number));
        }
    }

    @Property(tries = 2000)
    void nobodysFactorsGoInAnyOtherWay(@ForAll("acts") List<Act> acts) {
        World world = new World();
        acts.forEach(world::does);
    }

    @Property(tries = 20)
    void theOneWayLeadsThere(@ForAll("acts") List<Act> before) {
        World world = new World();
        before.forEach(world::does);
        world.does(new Act.Cancel());
        world.does(new Act.Propose(1));
        world.does(new Act.Lapse(0));
        world.does(new Act.Confirm(2));
        int ended = world.over.size();
        world.does(new Act.Wait(71));
        world.does(new Act.Fire(0));
        assertThat(world.over).hasSize(ended);
        world.does(new Act.Wait(1));
        world.does(new Act.Fire(0));
        assertThat(world.over).hasSize(ended + 1);
    }
}
