package org.acides.hiboo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.seeded.OpensOwnerLinks;
import org.acides.hiboo.catalog.seeded.ReachesIntoIdentity;
import org.acides.hiboo.catalog.seeded.ReadsAnothersTable;
import org.acides.hiboo.catalog.seeded.ReadsTheWallClock;
import org.acides.hiboo.catalog.seeded.ServiceManager;
import org.acides.hiboo.identity.api.events.SomethingNameless;
import org.acides.hiboo.identity.seeded.one.First;
import org.acides.hiboo.identity.seeded.two.Second;
import org.acides.hiboo.infrastructure.seeded.KnowsTheDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The house keeps its rules, and each rule bites. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(House.ROOT);

    /** A rule, and classes that break it. */
    record Kept(String name, ArchRule rule, Class<?>... seeded) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kept> rules() {
        return Stream.of(
                new Kept(
                        "contexts know each other by events and identifiers",
                        Rules.contextsKnowEachOtherByEventsAndIdentifiers(),
                        ReachesIntoIdentity.class),
                new Kept(
                        "only screens and the context itself send its commands and queries",
                        Rules.onlyScreensAndTheContextItselfSendItsCommandsAndQueries(),
                        ReachesIntoIdentity.class),
                new Kept("packages form no cycle", Rules.packagesFormNoCycle(), First.class, Second.class),
                new Kept("infrastructure names no context", Rules.infrastructureNamesNoContext(), KnowsTheDomain.class),
                new Kept("SQL names only its own schema", Rules.sqlNamesOnlyItsOwnSchema(), ReadsAnothersTable.class),
                new Kept(
                        "only ownerlink opens owner links",
                        Rules.onlyOwnerLinkOpensOwnerLinks(),
                        OpensOwnerLinks.class),
                new Kept("time comes from the clock", Rules.timeComesFromTheClock(), ReadsTheWallClock.class),
                new Kept("events are named records", Rules.eventsAreNamedRecords(), SomethingNameless.class),
                new Kept("names say what a thing is", Rules.namesSayWhatAThingIs(), ServiceManager.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeeps(Kept kept) {
        kept.rule().check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleBites(Kept kept) {
        JavaClasses seeded = new ClassFileImporter().importClasses(kept.seeded());
        assertThat(kept.rule().evaluate(seeded).hasViolation()).isTrue();
    }

    @Test
    void theRulesReadTheWholeHouse() {
        assertThat(HOUSE.size()).isGreaterThan(100);
        assertThat(HOUSE.stream().map(House::contextOf).flatMap(java.util.Optional::stream))
                .contains("identity", "catalog");
    }

    @Test
    void migrationsNameOnlyTheirOwnSchema() throws IOException {
        List<String> strangers = new ArrayList<>();
        Resource[] migrations = new PathMatchingResourcePatternResolver().getResources("classpath*:db/**/*.sql");
        for (Resource migration : migrations) {
            String[] path = migration.getURL().getPath().split("/");
            String owner = path[path.length - 2].replace('-', '_');
            for (String schema : House.schemasIn("create " + migration.getContentAsString(StandardCharsets.UTF_8)))
                if (Rules.isSchema(schema) && !schema.equals(owner)) strangers.add(migration + " names " + schema);
        }
        assertThat(migrations).isNotEmpty();
        assertThat(strangers).isEmpty();
    }

    @Test
    void migrationsOfAnotherSchemaWouldBeSeen() {
        assertThat(House.schemasIn("create table catalog.service (owner uuid references identity.account)"))
                .containsExactly("catalog", "identity");
    }
}
