package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CancelProfileImport;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.commands.StartProfileImport;
import org.acides.hiboo.identity.api.queries.ImportState;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** From a list that was read to unclaimed profiles: each line once, whatever happens in between. */
class ImportTest extends MigrationLife {

    @Autowired
    TransactionOperations transaction;

    @Autowired
    List<Recurring> rounds;

    @Test
    void goodLinesBecomeUnclaimedProfilesThatHoldTheirNames() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String first = name();
        ImportId id = read(service, "handle,hash\n" + first + "," + HASH + "\nbad,\n" + name() + "," + HASH + "\n");
        start(id);
        reserveAll(id);
        var row = row(service, id);
        assertThat(row.state()).isEqualTo(ImportState.FINISHED);
        assertThat(row.reserved()).isEqualTo(2);
        assertThat(row.unclaimed()).isEqualTo(2);
        assertThat(row.problems()).isEqualTo(1);
        assertThatThrownBy(() -> create(service, first)).hasMessage("username.taken");
        assertThatThrownBy(() -> start(id)).hasMessage("import.unknown");
        assertThat(events(id)).containsExactly("identity.profile-import-started", "identity.profile-import-finished");
    }

    @Test
    void theNameOfAnErasedProfileIsImportedForNobody() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String before = name();
        String between = name();
        String free = name();
        erased(service, before);
        ImportId id = read(service, list(List.of(before, between, free)));
        assertThat(problems(id)).containsExactly("2 handle.taken");
        erased(service, between);
        start(id);
        reserveAll(id);
        assertThat(problems(id)).containsExactly("2 handle.taken", "3 handle.taken");
        assertThat(unclaimed(service)).containsExactly(free);
    }

    private void erased(ServiceRef service, String username) {
        AccountId account = AccountId.random();
        ProfileId id = create(account, service, username);
        delete(account, id);
        jdbc.sql("UPDATE identity.profile SET ended_at = now() - interval '15 days' WHERE profile_id = ?")
                .param(id.value())
                .update();
        rounds.stream()
                .filter(round -> round.name().equals("identity.profile-erasure"))
                .forEach(round -> round.work().run());
    }

    @Test
    void noEventHoldsAHashNorANameInClear() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        imported(service, handle);
        String told = String.join(
                "",
                jdbc.sql("SELECT payload::text FROM infrastructure.event WHERE payload ->> 'service' = ?")
                        .param(service.toString())
                        .query(String.class)
                        .list());
        assertThat(told).contains("profiles").doesNotContain(handle, HASH);
    }

    /** A process that is killed leaves what was committed, as a transaction that is undone does. */
    @Test
    void aBatchThatIsCutOffIsDoneAgainAndOnce() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        List<String> handles =
                IntStream.range(0, 1_200).mapToObj(i -> name()).sorted().toList();
        ImportId id = read(service, list(handles));
        start(id);
        commands.send(new ReserveProfiles(id), IMPORT);
        transaction.executeWithoutResult(undone -> {
            commands.send(new ReserveProfiles(id), IMPORT);
            undone.setRollbackOnly();
        });
        reserveAll(id);
        assertThat(unclaimed(service)).isEqualTo(handles);
        assertThat(row(service, id).reserved()).isEqualTo(1_200);
        assertThat(secrets(service)).isEqualTo(1_200);
    }

    @Test
    void twoNodesThatWorkAtOnceReserveEachLineOnce() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        List<String> handles =
                IntStream.range(0, 2_000).mapToObj(i -> name()).sorted().toList();
        ImportId id = read(service, list(handles));
        start(id);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Callable<Void> work = () -> {
                reserveAll(id);
                return null;
            };
            for (var node : nodes.invokeAll(List.of(work, work))) node.get();
        }
        assertThat(unclaimed(service)).isEqualTo(handles);
        assertThat(row(service, id).state()).isEqualTo(ImportState.FINISHED);
    }

    @Test
    void aNameTakenBetweenDryRunAndImportIsAProblemOfItsLine() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String taken = name();
        ImportId id = read(service, list(List.of(taken, name())));
        create(service, taken);
        start(id);
        reserveAll(id);
        assertThat(problems(id)).containsExactly("2 handle.taken");
        assertThat(unclaimed(service)).hasSize(1);
    }

    @Test
    void cancellingFreesWhatNobodyClaimed() {
        ServiceRef service = service(ProfilePolicy.OPEN, 5);
        String handle = name();
        ImportId id = imported(service, handle, name());
        commands.send(new CancelProfileImport(id), ADMIN);
        assertThat(unclaimed(service)).isEmpty();
        assertThat(secrets(service)).isZero();
        assertThat(row(service, id).state()).isEqualTo(ImportState.CANCELLED);
        create(service, handle);
        assertThatThrownBy(() -> commands.send(new CancelProfileImport(id), ADMIN))
                .hasMessage("import.over");
        assertThat(commands.<Boolean>send(new ReserveProfiles(id), IMPORT)).isFalse();
    }

    @Test
    void aRunningImportIsStoppedByCancelling() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        ImportId id =
                read(service, list(IntStream.range(0, 700).mapToObj(i -> name()).toList()));
        transaction.executeWithoutResult(unseenByTheRecurringWork -> {
            start(id);
            assertThatThrownBy(() -> commands.send(new CloseProfileImport(id), ADMIN))
                    .hasMessage("import.running");
            unseenByTheRecurringWork.setRollbackOnly();
        });
        start(id);
        commands.send(new ReserveProfiles(id), IMPORT);
        commands.send(new CancelProfileImport(id), ADMIN);
        reserveAll(id);
        assertThat(unclaimed(service)).isEmpty();
        assertThat(problems(id)).isEmpty();
    }

    @Test
    void aListThatWasOnlyReadIsForgottenByCancelling() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        ImportId id = read(service, list(List.of(name())));
        commands.send(new CancelProfileImport(id), ADMIN);
        assertThatThrownBy(() -> row(service, id)).isInstanceOf(java.util.NoSuchElementException.class);
        assertThatThrownBy(() -> start(id)).hasMessage("import.unknown");
        assertThatThrownBy(() -> commands.send(new CancelProfileImport(id), ADMIN))
                .hasMessage("import.unknown");
    }

    @Test
    void closingDestroysTheHashesAndKeepsTheNamesTaken() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        ImportId id = imported(service, handle);
        commands.send(new CloseProfileImport(id), ADMIN);
        assertThat(secrets(service)).isZero();
        assertThat(unclaimed(service)).isEmpty();
        assertThatThrownBy(() -> create(service, handle)).hasMessage("username.taken");
        assertThat(row(service, id).state()).isEqualTo(ImportState.CLOSED);
        assertThatThrownBy(() -> commands.send(new CancelProfileImport(id), ADMIN))
                .hasMessage("import.over");
    }

    @Test
    void aServiceImportsOneListAtATimeAndNoneThatIsAllProblems() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        ImportId bad = read(service, "handle,hash\nalice,nonsense\n");
        assertThatThrownBy(() -> start(bad)).hasMessage("import.nothing");
        ImportId first = read(service, list(List.of(name())));
        ImportId second = read(service, list(List.of(name())));
        start(first);
        assertThatThrownBy(() -> start(second)).hasMessage("import.running");
        reserveAll(first);
        start(second);
        assertThatThrownBy(() -> commands.send(new StartProfileImport(ImportId.random()), ADMIN))
                .hasMessage("import.unknown");
    }

    private static String list(List<String> handles) {
        List<String> lines = new ArrayList<>(List.of("handle,hash"));
        handles.forEach(handle -> lines.add(handle + "," + HASH));
        return String.join("\n", lines);
    }

    private int secrets(ServiceRef service) {
        return jdbc.sql("SELECT count(*) FROM identity.old_password WHERE service_id = ?")
                .param(service.value())
                .query(Integer.class)
                .single();
    }

    private List<String> events(ImportId id) {
        return jdbc.sql("SELECT name FROM infrastructure.event WHERE aggregate = ? ORDER BY sequence")
                .param(id.toString())
                .query(String.class)
                .list();
    }

    private void create(ServiceRef service, String username) {
        create(AccountId.random(), service, username);
    }
}
