package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.acides.hiboo.infrastructure.test.OtherPostgres;
import org.junit.jupiter.api.Test;

/** On a PostgreSQL of the operator's, of another version than the one that Hiboo brings. */
class OtherDatabaseJourney {

    private static RunningHiboo.Recipe on(EmbeddedPostgres server, String name) {
        return RunningHiboo.fresh(name)
                .environment("HIBOO_DB_URL", server.getJdbcUrl("postgres", "postgres"))
                .environment("HIBOO_DB_USERNAME", "postgres");
    }

    @Test
    void fourteenIsRefusedInOneLineAndNothingElse() throws Exception {
        try (EmbeddedPostgres server = OtherPostgres.REFUSED.start()) {
            RunningHiboo.Recipe recipe = on(server, "postgres-refused");
            assertThatThrownBy(recipe::start).isInstanceOf(AssertionError.class);
            assertThat(recipe.home().resolve("hiboo.log"))
                    .hasContent("hiboo: the database is PostgreSQL 14: Hiboo needs 15 or newer");
        }
    }

    @Test
    void fifteenIsEnoughForEverythingThatHibooKeeps() throws Exception {
        try (EmbeddedPostgres server = OtherPostgres.OLDEST.start();
                RunningHiboo hiboo = on(server, "postgres-oldest").start()) {
            Members.signUp(hiboo, "chouette", "chouette@example.test");
            Person person = Person.visiting(hiboo);
            person.submit(
                    person.open(hiboo.at("/sign-in")),
                    java.util.Map.of("username", "chouette", "password", Members.password("chouette")));
            assertThat(person.open(hiboo.at("/sign-out")).address()).hasPath("/sign-out");
        }
    }
}
