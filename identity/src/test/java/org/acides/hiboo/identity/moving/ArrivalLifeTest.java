package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever members do with bundles and profiles, in whatever order: no username and no subject has two owners, nobody has more than
 * the quota, no bundle counts twice, and what was erased does not come back. Said of the real database after each act.
 */
class ArrivalLifeTest extends MovingLife {

    private static final int PEOPLE = 3;
    private static final int NAMES = 3;

    enum Kind {
        HAND_IN,
        WANT,
        BRING,
        CREATE,
        DELETE,
        ERASE
    }

    record Act(Kind kind, int person, int name) {}

    @Autowired
    Subjects subjects;

    @Autowired
    List<Recurring> recurring;

    @BeforeTry
    void spring() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void noPathGivesTwoOwnersOrMoreThanTheQuotaOrRevivesWhatIsGone(
            @ForAll("acts") List<Act> acts, @ForAll("quotas") int quota) {
        World world = new World(quota);
        for (Act act : acts) {
            try {
                world.act(act);
            } catch (Refused no) {
                // The rule that said no is another test's; here it is only that nothing forbidden came of it.
            }
            world.check(act + " of " + acts);
        }
    }

    /** Three people, and a bundle for each of three profiles that exist elsewhere. */
    private final class World {

        final OtherCommunity there = new OtherCommunity();
        final Matched matched;
        final int quota;
        final List<AccountId> people = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        final List<byte[]> files = new ArrayList<>();
        final List<String> marks = new ArrayList<>();
        final Map<String, UUID> handedIn = new HashMap<>();
        final Set<String> erased = new HashSet<>();

        World(int quota) {
            this.quota = quota;
            CommunityId id = CommunityId.random();
            trust(id, there);
            gone(id);
            matched = matched(id, ProfilePolicy.OPEN, quota);
            for (int i = 0; i < PEOPLE; i++) people.add(register());
            for (int i = 0; i < NAMES; i++) {
                names.add(name());
                marks.add(UUID.randomUUID().toString());
                files.add(there.file(OtherCommunity.line(matched.theirs(), names.get(i), marks.get(i))));
            }
        }

        void act(Act act) {
            AccountId person = people.get(act.person());
            String key = act.person() + " " + act.name();
            switch (act.kind()) {
                case HAND_IN -> handedIn.put(key, handIn(person, files.get(act.name())));
                case WANT -> {
                    if (handedIn.containsKey(key)) wantAll(person, handedIn.get(key));
                }
                case BRING -> {
                    if (handedIn.containsKey(key)) bring(handedIn.get(key));
                }
                case CREATE -> create(person, matched.service(), names.get(act.name()));
                case DELETE -> profiles.of(person, matched.service()).forEach(one -> delete(person, one.id()));
                case ERASE -> erase();
            }
        }

        private void erase() {
            jdbc.sql("SELECT username FROM identity.profile WHERE service_id = ? AND state = 'DELETED'")
                    .param(matched.service().value())
                    .query(String.class)
                    .list()
                    .forEach(erased::add);
            jdbc.sql("UPDATE identity.profile SET ended_at = now() - interval '15 days' WHERE service_id = ?"
                            + " AND ended_at IS NOT NULL")
                    .param(matched.service().value())
                    .update();
            recurring.stream()
                    .filter(round -> round.name().equals("identity.profile-erasure"))
                    .forEach(round -> round.work().run());
        }

        void check(String after) {
            List<String> held = new ArrayList<>();
            List<String> known = new ArrayList<>();
            for (AccountId person : people) {
                List<LiveProfile> own = profiles.of(person, matched.service());
                assertThat(own).as(after).hasSizeLessThanOrEqualTo(quota);
                own.forEach(one -> held.add(one.username()));
                own.forEach(one -> known.add(subjects.of(matched.service(), one.id())));
            }
            assertThat(held).as(after).doesNotHaveDuplicates().noneMatch(erased::contains);
            assertThat(known).as(after).doesNotHaveDuplicates();
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(6, Kind.HAND_IN),
                Tuple.of(6, Kind.WANT),
                Tuple.of(6, Kind.BRING),
                Tuple.of(2, Kind.CREATE),
                Tuple.of(2, Kind.DELETE),
                Tuple.of(1, Kind.ERASE));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, NAMES - 1))
                .as(Act::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Integer> quotas() {
        return Arbitraries.integers().between(1, 2);
    }
}
