package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;

/** Whatever members do in whatever order, the database and a plain model of it agree. */
class ProfileHistoryTest extends ProfileLife {

    private static final int MEMBERS = 3;
    private static final int NAMES = 8;
    private static final int HISTORIES = 25;

    private enum Kind {
        CREATE,
        RENAME,
        DELETE,
        SET_QUOTA
    }

    private record Step(Kind kind, int member, int pick) {}

    /** What should be: live profiles in order, each with its member and its name; names with their holder. */
    private static final class Model {
        final Map<ProfileId, Integer> members = new HashMap<>();
        final Map<ProfileId, String> names = new HashMap<>();
        final List<ProfileId> live = new ArrayList<>();
        final Map<String, ProfileId> taken = new HashMap<>();
        int quota = 2;

        long held(int member) {
            return live.stream().filter(id -> members.get(id) == member).count();
        }
    }

    private static Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Kind.CREATE, Kind.CREATE, Kind.RENAME, Kind.DELETE, Kind.SET_QUOTA),
                        Arbitraries.integers().between(0, MEMBERS - 1),
                        Arbitraries.integers().between(0, NAMES - 1))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    @Test
    void everyHistoryLeavesWhatItShould() {
        histories().sampleStream().limit(HISTORIES).forEach(this::live);
    }

    private void live(List<Step> history) {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        rules(service, new UsernameRules("[a-z]+", 1, 30, List.of(), true));
        List<AccountId> accounts = List.of(AccountId.random(), AccountId.random(), AccountId.random());
        Model model = new Model();
        for (Step step : history) {
            switch (step.kind()) {
                case CREATE -> create(service, accounts.get(step.member()), step, model);
                case RENAME -> rename(accounts.get(step.member()), step, model);
                case DELETE -> delete(accounts.get(step.member()), step, model);
                case SET_QUOTA -> quota(service, model.quota = 1 + step.pick() % 4);
            }
            assertThat(accounts)
                    .allSatisfy(account -> assertThat(profiles.of(account, service))
                            .as("after %s of %s", step, history)
                            .extracting(LiveProfile::username)
                            .containsExactlyInAnyOrderElementsOf(model.live.stream()
                                    .filter(id ->
                                            accounts.get(model.members.get(id)).equals(account))
                                    .map(model.names::get)
                                    .toList()));
        }
    }

    private void create(ServiceRef service, AccountId account, Step step, Model model) {
        String name = "name" + "abcdefgh".charAt(step.pick());
        ProfileId id = ProfileId.random();
        if (model.taken.containsKey(name) || model.held(step.member()) >= model.quota) {
            assertThatThrownBy(() -> create(account, service, id, name)).isInstanceOf(Refused.class);
            return;
        }
        create(account, service, id, name);
        model.members.put(id, step.member());
        model.names.put(id, name);
        model.live.add(id);
        model.taken.put(name, id);
    }

    private void rename(AccountId account, Step step, Model model) {
        if (model.live.isEmpty()) return;
        ProfileId id = model.live.get(step.pick() % model.live.size());
        String name = "name" + "abcdefgh".charAt((step.pick() * 3 + 1) % NAMES);
        boolean free = model.taken.getOrDefault(name, id).equals(id);
        if (model.members.get(id) != step.member() || !free) {
            assertThatThrownBy(() -> rename(account, id, name)).isInstanceOf(Refused.class);
            return;
        }
        rename(account, id, name);
        model.names.put(id, name);
        model.taken.put(name, id);
    }

    private void delete(AccountId account, Step step, Model model) {
        if (model.live.isEmpty()) return;
        ProfileId id = model.live.get(step.pick() % model.live.size());
        if (model.members.get(id) != step.member()) {
            assertThatThrownBy(() -> delete(account, id)).isInstanceOf(Refused.class);
            return;
        }
        delete(account, id);
        model.live.remove(id);
    }
}
