package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.journeys.Person.Page;
import org.junit.jupiter.api.Test;

/** Machines fail: what somebody saw confirmed is kept, and sign-in comes back by itself. */
class FaultsJourney {

    private static final String MASTER_KEY = "b25seS1mb3ItdGhpcy10ZXN0LTAxMjM0NTY3ODlhYmM=";

    /** Several people who sign up, one after the other each, until they are told to stop. */
    private static final class Crowd {
        private final Queue<String> promised = new ConcurrentLinkedQueue<>();
        private final AtomicInteger number = new AtomicInteger();
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final List<Thread> threads = new ArrayList<>();

        Crowd(RunningHiboo hiboo, int people) {
            for (int i = 0; i < people; i++)
                threads.add(Thread.ofVirtual().start(() -> {
                    while (going.get()) signUp(hiboo, "crowd" + number.incrementAndGet());
                }));
        }

        private void signUp(RunningHiboo hiboo, String login) {
            String email = login + "@example.test";
            try {
                Page answer = Members.askToJoin(Person.visiting(hiboo), hiboo, login, email);
                if (answer.status() == 200 && answer.text().contains("Look into your mail")) promised.add(login);
            } catch (UncheckedIOException | AssertionError unanswered) {
                // Nothing was promised: the machine is down, or said so.
            }
        }

        List<String> leave() throws InterruptedException {
            going.set(false);
            for (Thread thread : threads) thread.join(Duration.ofSeconds(60));
            return List.copyOf(promised);
        }
    }

    @Test
    void whatWasPromisedOutlivesTheDeathOfHiboo() throws Exception {
        try (OwnDatabase database = OwnDatabase.start("kill-hiboo")) {
            RunningHiboo.Recipe recipe =
                    database.behind(RunningHiboo.fresh("kill-hiboo")).environment("HIBOO_MASTER_KEY", MASTER_KEY);
            RunningHiboo first = recipe.start();
            Crowd crowd = new Crowd(first, 4);
            await().atMost(Duration.ofSeconds(60)).until(() -> crowd.promised.size() >= 12);
            first.kill();
            List<String> promised = crowd.leave();

            try (RunningHiboo second = recipe.start()) {
                assertThat(loginNames(database)).containsAll(promised);
                assertThat(entered(second, promised.getLast())).isTrue();
            }
        }
    }

    @Test
    void theDeathOfTheDatabaseLosesNothingAndSignInComesBack() throws Exception {
        try (OwnDatabase database = OwnDatabase.start("kill-database");
                RunningHiboo hiboo = database.behind(RunningHiboo.fresh("kill-database"))
                        .environment("HIBOO_MASTER_KEY", MASTER_KEY)
                        .start()) {
            Crowd crowd = new Crowd(hiboo, 4);
            await().atMost(Duration.ofSeconds(60)).until(() -> crowd.promised.size() >= 12);
            database.kill();
            database.startAgain();
            int before = crowd.promised.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> crowd.promised.size() > before + 4);
            List<String> promised = crowd.leave();

            assertThat(loginNames(database)).containsAll(promised);
            assertThat(entered(hiboo, promised.getFirst())).isTrue();
            assertThat(entered(hiboo, promised.getLast())).isTrue();
        }
    }

    @Test
    void theEmbeddedDatabaseComesBackAfterTheDeathOfHiboo() {
        RunningHiboo.Recipe recipe = RunningHiboo.fresh("kill-embedded");
        RunningHiboo first = recipe.start();
        Members.signUp(first, "moyen", "moyen@example.test");
        first.kill();
        try (RunningHiboo second = recipe.start()) {
            assertThat(entered(second, "moyen")).isTrue();
        }
    }

    @Test
    void aSessionHoldsOnEveryNodeAndEndsOnEveryNode() {
        try (OwnDatabase database = OwnDatabase.start("two-nodes");
                RunningHiboo one = node(database, "node-one");
                RunningHiboo two = node(database, "node-two")) {
            Members.signUp(one, "voyageuse", "voyageuse@example.test");
            Person person =
                    new Person(one.address().getAuthority(), two.address().getAuthority());
            signIn(person, one, "voyageuse");
            assertThat(person.open(two.at("/sign-out")).address()).hasPath("/sign-out");

            Page question = person.open(two.at("/sign-out"));
            person.send(question, question.form("form[action='/sign-out']"), Map.of());
            assertThat(person.open(one.at("/")).address()).hasPath("/sign-in");
        }
    }

    private static RunningHiboo node(OwnDatabase database, String name) {
        return database.behind(RunningHiboo.fresh(name))
                .environment("HIBOO_MASTER_KEY", MASTER_KEY)
                .start();
    }

    private static Page signIn(Person person, RunningHiboo hiboo, String login) {
        return person.submit(
                person.open(hiboo.at("/sign-in")), Map.of("username", login, "password", Members.password(login)));
    }

    /** Whether the password is taken: an account whose address is yet to be proved is told so, and only then. */
    private static boolean entered(RunningHiboo hiboo, String login) {
        Page page = signIn(Person.visiting(hiboo), hiboo, login);
        return page.status() == 200 && page.document().selectFirst("input[type=password]") == null;
    }

    private static List<String> loginNames(OwnDatabase database) throws SQLException {
        try (Connection connection = database.connect("postgres");
                PreparedStatement select = connection.prepareStatement("SELECT login_name FROM identity.account");
                ResultSet rows = select.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) names.add(rows.getString(1));
            return names;
        }
    }
}
