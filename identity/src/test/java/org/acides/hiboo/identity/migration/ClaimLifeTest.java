package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeTry;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CancelProfileImport;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever members and admins do to a list's accounts in whatever order: none has two owners, nobody has more than the quota,
 * and what was deleted, taken back or closed comes back to nobody. Said against a model, on the real database.
 */
class ClaimLifeTest extends MigrationLife {

    private static final int PEOPLE = 3;
    private static final int NAMES = 3;

    enum Kind {
        CLAIM,
        CLAIM_WRONGLY,
        DELETE,
        CREATE,
        IMPORT,
        CANCEL,
        CLOSE
    }

    record Act(Kind kind, int person, int name) {}

    @Autowired
    Claims claims;

    @BeforeTry
    void spring() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void noPathGivesTwoOwnersOrMoreThanTheQuotaOrRevivesWhatIsGone(
            @ForAll("acts") List<Act> acts, @ForAll("quotas") int quota) {
        World world = new World(service(ProfilePolicy.OPEN, quota), quota);
        for (Act act : acts) {
            boolean allowed = world.allows(act);
            assertThat(done(() -> world.act(act))).as("%s of %s", act, acts).isEqualTo(allowed);
            if (allowed) world.follow(act);
            world.check();
        }
    }

    private static boolean done(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refused no) {
            return false;
        }
    }

    /** The real service, and what is expected of it. */
    private final class World {

        final ServiceRef service;
        final int quota;
        final List<AccountId> people = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        final Map<Integer, Integer> owners = new HashMap<>();
        final Set<Integer> unclaimed = new HashSet<>();
        final Set<Integer> taken = new HashSet<>();
        ImportId open;

        World(ServiceRef service, int quota) {
            this.service = service;
            this.quota = quota;
            for (int i = 0; i < PEOPLE; i++) people.add(AccountId.random());
            for (int i = 0; i < NAMES; i++) names.add(name());
        }

        boolean allows(Act act) {
            boolean room = owners.values().stream()
                            .filter(owner -> owner == act.person())
                            .count()
                    < quota;
            return switch (act.kind()) {
                case CLAIM -> unclaimed.contains(act.name()) && room;
                case CLAIM_WRONGLY -> false;
                case DELETE -> Integer.valueOf(act.person()).equals(owners.get(act.name()));
                case CREATE -> !taken.contains(act.name()) && room;
                case IMPORT -> open == null && taken.size() < NAMES;
                case CANCEL, CLOSE -> open != null;
            };
        }

        void act(Act act) {
            AccountId person = people.get(act.person());
            String name = names.get(act.name());
            switch (act.kind()) {
                case CLAIM -> claims.byPassword(person, service, name, OLD_PASSWORD);
                case CLAIM_WRONGLY -> claims.byPassword(person, service, name, "another");
                case DELETE -> delete(person, owned(person, name).id());
                case CREATE -> create(person, service, name);
                case IMPORT -> {
                    if (open != null) throw new Refused("one at a time in this world");
                    open = imported(service, names.toArray(String[]::new));
                }
                case CANCEL -> {
                    commands.send(new CancelProfileImport(requireOpen()), ADMIN);
                    open = null;
                }
                case CLOSE -> {
                    commands.send(new CloseProfileImport(requireOpen()), ADMIN);
                    open = null;
                }
            }
        }

        private ImportId requireOpen() {
            if (open == null) throw new Refused("nothing is open");
            return open;
        }

        private LiveProfile owned(AccountId person, String name) {
            return profiles.of(person, service).stream()
                    .filter(profile -> profile.username().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refused("not theirs"));
        }

        void follow(Act act) {
            switch (act.kind()) {
                case CLAIM -> {
                    unclaimed.remove(act.name());
                    owners.put(act.name(), act.person());
                }
                case CREATE -> {
                    taken.add(act.name());
                    owners.put(act.name(), act.person());
                }
                case DELETE -> owners.remove(act.name());
                case IMPORT -> {
                    for (int i = 0; i < NAMES; i++) if (taken.add(i)) unclaimed.add(i);
                }
                case CANCEL -> {
                    taken.removeAll(unclaimed);
                    unclaimed.clear();
                }
                case CLOSE -> unclaimed.clear();
                case CLAIM_WRONGLY -> {}
            }
        }

        void check() {
            for (int person = 0; person < PEOPLE; person++) {
                List<String> held = profiles.of(people.get(person), service).stream()
                        .map(LiveProfile::username)
                        .toList();
                assertThat(held).hasSizeLessThanOrEqualTo(quota);
                for (int name = 0; name < NAMES; name++)
                    assertThat(held.contains(names.get(name)))
                            .isEqualTo(Integer.valueOf(person).equals(owners.get(name)));
            }
            assertThat(unclaimed(service))
                    .containsExactlyInAnyOrderElementsOf(
                            unclaimed.stream().map(names::get).toList());
            assertThat(hashes()).isEqualTo(unclaimed.size());
        }

        private int hashes() {
            return jdbc.sql("SELECT count(hash) FROM identity.old_password WHERE service_id = ?")
                    .param(service.value())
                    .query(Integer.class)
                    .single();
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(8, Kind.CLAIM),
                net.jqwik.api.Tuple.of(1, Kind.CLAIM_WRONGLY),
                net.jqwik.api.Tuple.of(3, Kind.DELETE),
                net.jqwik.api.Tuple.of(2, Kind.CREATE),
                net.jqwik.api.Tuple.of(4, Kind.IMPORT),
                net.jqwik.api.Tuple.of(1, Kind.CANCEL),
                net.jqwik.api.Tuple.of(1, Kind.CLOSE));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, NAMES - 1))
                .as(Act::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<Integer> quotas() {
        return Arbitraries.integers().between(1, 2);
    }
}
