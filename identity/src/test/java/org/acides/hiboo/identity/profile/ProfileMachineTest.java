package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.ConfirmTransfer;
import org.acides.hiboo.identity.api.commands.EscapeProfile;
import org.acides.hiboo.identity.api.commands.OfferProfile;
import org.acides.hiboo.identity.api.commands.WantProfile;
import org.acides.hiboo.identity.ownerlink.Departures;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever members, managers and time do in whatever order: no profile has two owners, nobody holds more than the quota but by a
 * manager's leave, and nothing that was erased comes back, nor its name.
 */
class ProfileMachineTest extends PolicyLife {

    private static final int HISTORIES = 20;
    private static final int QUOTA = 2;
    private static final Duration LONG = Duration.ofDays(15);
    private static final List<AccountId> MEMBERS = new ArrayList<>();

    private enum Act {
        CREATE,
        REQUEST,
        WITHDRAW,
        APPROVE,
        REFUSE,
        SUSPEND,
        RESTORE,
        DELETE,
        UNDO,
        TRANSFER,
        ESCAPE,
        DEPART,
        LET_TIME_PASS
    }

    @Autowired
    Departures departures;

    private record Step(Act act, int member, int profile, int name) {}

    private static Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 9))
                .as(Step::new)
                .list()
                .ofMinSize(15)
                .ofMaxSize(50);
    }

    @Test
    void noPathGivesTwoOwnersExceedsAQuotaOrRevivesWhatWasErased() {
        while (MEMBERS.size() < 2) MEMBERS.add(register());
        histories().sampleStream().limit(HISTORIES).forEach(history -> {
            for (ProfilePolicy policy : List.of(ProfilePolicy.OPEN, ProfilePolicy.BURST, ProfilePolicy.MANAGED))
                new World(service(policy, QUOTA)).live(history);
        });
    }

    private final class World {

        final ServiceRef service;
        final List<ProfileId> all = new ArrayList<>();
        final Map<ProfileId, AccountId> owners = new HashMap<>();
        final Set<ProfileId> erased = new HashSet<>();
        final Set<String> lost = new HashSet<>();
        final Map<AccountId, Integer> granted = new HashMap<>();

        World(ServiceRef service) {
            this.service = service;
        }

        void live(List<Step> history) {
            for (Step step : history) {
                try {
                    take(step);
                } catch (Refused aRuleSaidNo) {
                    assertThat(aRuleSaidNo.code()).isNotBlank();
                }
                look(step + " of " + history);
            }
        }

        private void take(Step step) {
            AccountId member = MEMBERS.get(step.member());
            String name = "name" + "abcdefghij".charAt(step.name());
            if (step.act() == Act.CREATE || step.act() == Act.REQUEST) {
                ProfileId id = ProfileId.random();
                if (step.act() == Act.CREATE) create(member, service, id, name);
                else request(member, service, id, name, "Please.");
                assertThat(lost)
                        .as("a name of an erased profile was given anew")
                        .doesNotContain(name);
                all.add(id);
                owners.put(id, member);
                return;
            }
            if (all.isEmpty()) return;
            ProfileId id = all.get(step.profile() % all.size());
            switch (step.act()) {
                case WITHDRAW -> {
                    withdraw(member, id);
                    erased.add(id);
                }
                case APPROVE -> {
                    int before = counting(owners.get(id));
                    approve(id);
                    granted.merge(owners.get(id), Math.max(0, before - QUOTA), Math::max);
                }
                case REFUSE -> refuse(id, "No.");
                case SUSPEND -> suspend(id);
                case RESTORE -> restore(id);
                case DELETE -> delete(member, id);
                case UNDO -> undo(member, id);
                case TRANSFER -> transfer(member, MEMBERS.get(1 - step.member()), id);
                case ESCAPE -> escape(member, id, name);
                case DEPART -> depart(id);
                case LET_TIME_PASS -> pass(id);
                default -> throw new AssertionError(step);
            }
        }

        private void transfer(AccountId from, AccountId to, ProfileId id) {
            String code = commands.send(new OfferProfile(id, from), itself(id));
            commands.send(new WantProfile(code, to), new Actor(to.toString(), "MEMBER"));
            commands.send(new ConfirmTransfer(id, from, SessionId.random(), PASSWORD), itself(id));
            owners.put(id, to);
        }

        private void escape(AccountId member, ProfileId old, String name) {
            ProfileId fresh = ProfileId.random();
            commands.send(new EscapeProfile(old, fresh, member, name, SessionId.random(), PASSWORD), itself(fresh));
            assertThat(lost).as("a name of an erased profile was fled to").doesNotContain(name);
            all.add(fresh);
            owners.put(fresh, member);
        }

        private void depart(ProfileId id) {
            jdbc.sql("UPDATE identity.profile_departure SET silent_after = now(), leaves_after = now()"
                            + " WHERE profile_id = ?")
                    .param(id.value())
                    .update();
            departures.carryOut();
        }

        private void pass(ProfileId id) {
            HeldProfile before = profiles.held(id).orElse(null);
            ended(id, LONG);
            erasure.eraseDue();
            if (before == null || before.endedAt() == null) return;
            erased.add(id);
            if (before.state() == HeldProfile.State.DELETED) lost.add(before.username());
        }

        private void look(String after) {
            Map<ProfileId, AccountId> found = new HashMap<>();
            for (AccountId member : MEMBERS) {
                for (HeldProfile held : profiles.held(member, service))
                    assertThat(found.put(held.id(), member))
                            .as("two owners after " + after)
                            .isNull();
                assertThat(counting(member)).as("quota after " + after).isLessThanOrEqualTo(QUOTA + allowance(member));
            }
            found.forEach((profile, member) ->
                    assertThat(owners.get(profile)).as("owner after " + after).isEqualTo(member));
            assertThat(found.keySet()).as("revived after " + after).noneMatch(erased::contains);
        }

        /** Beyond the quota: what managers granted, and on a burst service the one that may be asked for. */
        private int allowance(AccountId member) {
            boolean waits = profiles.held(member, service).stream()
                    .anyMatch(held -> held.state() == HeldProfile.State.REQUESTED);
            return granted.getOrDefault(member, 0) + (waits ? 1 : 0);
        }

        private int counting(AccountId member) {
            return (int) profiles.held(member, service).stream()
                    .filter(held -> held.state() == HeldProfile.State.REQUESTED
                            || held.state() == HeldProfile.State.LIVE && !held.leaving())
                    .count();
        }
    }
}
