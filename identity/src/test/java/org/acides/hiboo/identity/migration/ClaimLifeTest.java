package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.statistics.Statistics;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.CancelProfileImport;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.commands.ConfirmTransfer;
import org.acides.hiboo.identity.api.commands.DecideContest;
import org.acides.hiboo.identity.api.commands.EscapeProfile;
import org.acides.hiboo.identity.api.commands.OfferProfile;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.identity.api.commands.WantProfile;
import org.acides.hiboo.identity.migration.ClaimWorld.Act;
import org.acides.hiboo.identity.migration.ClaimWorld.Kind;
import org.acides.hiboo.identity.migration.ClaimWorld.Name;
import org.acides.hiboo.identity.profile.HeldProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever members, managers, admins and time do to a list's accounts in whatever order: none has two owners, nobody enters with
 * more than the quota, and what was erased, locked, taken back or closed comes back to nobody. Said against a model, on the real
 * database.
 */
class ClaimLifeTest extends MigrationLife {

    private static final int PEOPLE = 3;
    private static final int NAMES = 3;
    private static final List<AccountId> SOMEBODY = new ArrayList<>();

    /** @param looks whether something possible is done instead */
    record Step(Act blind, boolean looks) {}

    @Autowired
    Claims claims;

    @Autowired
    List<Recurring> rounds;

    @BeforeTry
    void spring() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        while (SOMEBODY.size() < PEOPLE) SOMEBODY.add(member());
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void noPathGivesTwoOwnersOrMoreThanTheQuotaOrRevivesWhatIsGone(
            @ForAll("steps") List<Step> steps, @ForAll("quotas") int quota) {
        Lived lived = new Lived(quota);
        List<Act> acts = new ArrayList<>();
        for (Step step : steps) {
            Act act = lived.expected.choose(step.blind(), step.looks());
            acts.add(act);
            boolean allowed = lived.expected.allows(act);
            String refusal = lived.act(act);
            assertThat(refusal.isEmpty())
                    .as("%s (%s) of %s with quota %s", act, refusal, acts, quota)
                    .isEqualTo(allowed);
            if (allowed) lived.expected.follow(act);
            if (allowed) Statistics.label("done").collect(act.kind());
            lived.check("after " + act + " of " + acts + " with quota " + quota);
        }
        lived.settle();
        Statistics.label("done").coverage(done -> {
            for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.CLAIM_WRONGLY)))
                done.check(kind).count(times -> times > 0);
        });
    }

    /** The real service. */
    private final class Lived {

        final ClaimWorld expected;
        final ServiceRef service;
        final int quota;
        final List<String> names = new ArrayList<>();
        ImportId open;

        Lived(int quota) {
            this.quota = quota;
            service = service(ProfilePolicy.OPEN, quota);
            expected = new ClaimWorld(PEOPLE, NAMES, quota);
            for (int i = 0; i < NAMES; i++) names.add(name());
        }

        /** The refusal; empty when it was done. */
        String act(Act act) {
            jdbc.sql("DELETE FROM identity.attempt").update();
            try {
                take(act, SOMEBODY.get(act.person()), names.get(act.name()));
                return "";
            } catch (Refused no) {
                return no.code();
            }
        }

        /** Leaves nobody with open contests, which count against them in the next life. */
        void settle() {
            for (int name = 0; name < NAMES; name++) {
                Act locked = new Act(Kind.LOCKED, 0, name);
                if (expected.allows(locked)) act(locked);
            }
        }

        private void take(Act act, AccountId person, String name) {
            switch (act.kind()) {
                case CLAIM -> claims.byPassword(person, service, name, OLD_PASSWORD);
                case CLAIM_WRONGLY -> claims.byPassword(person, service, name, "another", "Mine.");
                case CONTEST -> claims.byPassword(person, service, name, OLD_PASSWORD, "Mine.");
                case STAYS, MOVES, LOCKED -> {
                    ContestOutcome outcome = ContestOutcome.valueOf(act.kind().name());
                    commands.send(new DecideContest(id(name), outcome, "So be it."), ADMIN);
                }
                case SUSPEND -> commands.send(new SuspendProfile(id(name), "spam"), ADMIN);
                case RESTORE -> commands.send(new RestoreProfile(id(name)), ADMIN);
                case DELETE -> delete(person, id(name));
                case UNDO -> commands.send(new UndoProfileDeletion(id(name), person), itself(id(name)));
                case ERASE -> erase(name);
                case TRANSFER -> transfer(person, SOMEBODY.get(expected.next(act.person())), id(name));
                case ESCAPE -> escape(person, id(name));
                case DEPART -> depart(name);
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

        private void transfer(AccountId from, AccountId to, ProfileId id) {
            String code = commands.send(new OfferProfile(id, from), itself(id));
            commands.send(new WantProfile(code, to), new Actor(to.toString(), "MEMBER"));
            commands.send(new ConfirmTransfer(id, from, SessionId.random(), PASSWORD), itself(id));
        }

        private void escape(AccountId person, ProfileId id) {
            ProfileId fresh = ProfileId.random();
            commands.send(new EscapeProfile(id, fresh, person, name(), SessionId.random(), PASSWORD), itself(fresh));
        }

        private void erase(String name) {
            jdbc.sql("UPDATE identity.profile SET ended_at = now() - interval '15 days' WHERE service_id = ?"
                            + " AND username = ? AND ended_at IS NOT NULL")
                    .params(service.value(), name)
                    .update();
            round("identity.profile-erasure");
        }

        private void depart(String name) {
            jdbc.sql("UPDATE identity.profile_departure SET silent_after = now(), leaves_after = now() WHERE"
                            + " profile_id IN (SELECT profile_id FROM identity.profile WHERE service_id = ? AND"
                            + " username = ?)")
                    .params(service.value(), name)
                    .update();
            round("identity.departures");
        }

        private ProfileId id(String name) {
            return jdbc.sql("SELECT profile_id FROM identity.profile WHERE service_id = ? AND username = ?")
                    .params(service.value(), name)
                    .query(UUID.class)
                    .optional()
                    .map(ProfileId::new)
                    .orElseThrow(() -> new Refused("nobody goes by it"));
        }

        void check(String when) {
            for (int person = 0; person < PEOPLE; person++) {
                List<HeldProfile> held = profiles.held(SOMEBODY.get(person), service);
                assertThat(held.stream().filter(HeldProfile::enters)).as(when).hasSizeLessThanOrEqualTo(quota);
                for (int name = 0; name < NAMES; name++) checkName(held, person, name, when);
            }
            assertThat(unclaimed(service)).as(when).containsExactlyInAnyOrderElementsOf(those(name -> name.unclaimed));
            assertThat(count("old_password"))
                    .as(when)
                    .isEqualTo(those(name -> name.unclaimed).size());
            assertThat(count("claim_proof"))
                    .as(when)
                    .isEqualTo(those(name -> name.provable).size());
        }

        private void checkName(List<HeldProfile> held, int person, int number, String when) {
            Name name = expected.names[number];
            List<HeldProfile> by = held.stream()
                    .filter(profile -> profile.username().equals(names.get(number)))
                    .toList();
            boolean theirs = Integer.valueOf(person).equals(name.owner);
            assertThat(by).as(when).hasSize(theirs ? 1 : 0);
            if (theirs) assertThat(by.getFirst().enters()).as(when).isEqualTo(name.enters());
        }

        private List<String> those(Predicate<Name> which) {
            List<String> found = new ArrayList<>();
            for (int i = 0; i < NAMES; i++) if (which.test(expected.names[i])) found.add(names.get(i));
            return found;
        }

        private int count(String table) {
            return jdbc.sql("SELECT count(*) FROM identity." + table + " WHERE service_id = ?")
                    .param(service.value())
                    .query(Integer.class)
                    .single();
        }
    }

    private void round(String name) {
        rounds.stream()
                .filter(round -> round.name().equals(name))
                .forEach(round -> round.work().run());
    }

    private static Actor itself(ProfileId id) {
        return new Actor(id.toString(), "MEMBER");
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Act> blind = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, NAMES - 1))
                .as(Act::new);
        return Combinators.combine(blind, Arbitraries.integers().between(0, 5))
                .as((act, one) -> new Step(act, one > 0))
                .list()
                .ofMinSize(15)
                .ofMaxSize(50);
    }

    @Provide
    Arbitrary<Integer> quotas() {
        return Arbitraries.integers().between(1, 2);
    }
}
