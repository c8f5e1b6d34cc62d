package org.acides.hiboo.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.acides.hiboo.architecture.House.CONTEXTS;
import static org.acides.hiboo.architecture.House.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.acides.hiboo.infrastructure.api.EventName;

/** The rules of the house. Each is proved to bite in {@link ArchitectureTest}. */
final class Rules {

    private static final Pattern CONTEXT_NAME =
            Pattern.compile("(?<![a-z./-])(" + String.join("|", CONTEXTS) + ")(?![a-z-])", Pattern.CASE_INSENSITIVE);

    private Rules() {}

    static ArchRule contextsKnowEachOtherByEventsAndIdentifiers() {
        return classes().should(dependOnNothing("outside the events and identifiers of another context", (from, to) -> {
            Optional<String> home = House.contextOf(from);
            Optional<String> other = House.contextOf(to);
            if (home.isEmpty() || other.isEmpty() || home.equals(other)) return false;
            String api = ROOT + "." + other.get() + ".api";
            return !to.getPackageName().equals(api) && !House.isIn(to, api + ".events");
        }));
    }

    static ArchRule onlyScreensAndTheContextItselfSendItsCommandsAndQueries() {
        return classes().should(dependOnNothing("that is a command or query of another's", (from, to) -> {
            Optional<String> owner = House.contextOf(to);
            if (owner.isEmpty() || !to.getPackageName().matches(".*\\.api\\.(commands|queries)(\\..*)?")) return false;
            boolean screen = House.isIn(from, ROOT + ".webui");
            boolean deploy = from.getPackageName().equals(ROOT) || House.isIn(from, ROOT + ".demo");
            return !screen && !deploy && !owner.equals(House.contextOf(from));
        }));
    }

    static ArchRule packagesFormNoCycle() {
        return slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
    }

    static ArchRule infrastructureNamesNoContext() {
        return classes()
                .that()
                .resideInAPackage(ROOT + ".infrastructure..")
                .should(holdNoString(
                        "that names a context",
                        (type, text) -> CONTEXT_NAME.matcher(text).find()))
                .andShould(dependOnNothing(
                        "that belongs to a context",
                        (from, to) -> House.contextOf(to).isPresent()));
    }

    static ArchRule sqlNamesOnlyItsOwnSchema() {
        return classes()
                .should(holdNoString(
                        "of SQL on another's schema",
                        (type, text) -> House.schemasIn(text).stream()
                                .anyMatch(schema -> isSchema(schema)
                                        && !schema.equals(House.schemaOf(type).orElse("")))));
    }

    static boolean isSchema(String name) {
        return CONTEXTS.contains(name) || name.equals("infrastructure") || name.equals("web_ui");
    }

    static ArchRule onlyOwnerLinkOpensOwnerLinks() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".identity.ownerlink..")
                .should(holdString("that reaches owner links", (type, text) -> text.matches("(?s).*owner[-_]link.*")));
    }

    static ArchRule timeComesFromTheClock() {
        DescribedPredicate<AccessTarget> now = DescribedPredicate.describe(
                "reads the wall clock",
                access -> access instanceof AccessTarget.CodeUnitAccessTarget unit
                        && unit.getRawParameterTypes().isEmpty()
                        && readsWallClock(unit.getOwner().getName(), unit.getName()));
        return noClasses()
                .that(DescribedPredicate.describe("make no Clock bean", type -> !makesClock(type)))
                .should()
                .callCodeUnitWhere(target(now));
    }

    private static boolean readsWallClock(String owner, String method) {
        if (owner.startsWith("java.time.")) return method.equals("now") || method.startsWith("system");
        return owner.equals(Date.class.getName()) && method.equals("<init>")
                || owner.equals(System.class.getName()) && method.equals("currentTimeMillis");
    }

    private static boolean makesClock(JavaClass type) {
        return type.getSimpleName().endsWith("Configuration")
                && type.getMethods().stream()
                        .anyMatch(method -> method.getRawReturnType().isEquivalentTo(Clock.class));
    }

    static ArchRule eventsAreNamedRecords() {
        return classes()
                .that()
                .resideInAPackage(ROOT + ".*.api.events..")
                .and()
                .areTopLevelClasses()
                .and(DescribedPredicate.not(nameMatching(".*package-info")))
                .should()
                .beRecords()
                .andShould(beNamedAfterTheirContext());
    }

    private static ArchCondition<JavaClass> beNamedAfterTheirContext() {
        return condition("carry an @EventName of their context", type -> {
            String prefix = House.contextOf(type).orElse("?") + ".";
            boolean named = type.tryGetAnnotationOfType(EventName.class)
                    .filter(name -> name.value().startsWith(prefix))
                    .isPresent();
            return named ? List.of() : List.of(type.getName() + " has no @EventName that starts with " + prefix);
        });
    }

    static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .haveNameMatching(".*(Command|Event|Dto|DTO|Impl|Manager|Helper|Utils?)$");
    }

    private static ArchCondition<JavaClass> dependOnNothing(String what, BiPredicate<JavaClass, JavaClass> refused) {
        return condition(
                "depend on nothing " + what,
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> refused.test(dependency.getOriginClass(), dependency.getTargetClass()))
                        .map(Dependency::getDescription)
                        .toList());
    }

    private static ArchCondition<JavaClass> holdNoString(String what, BiPredicate<JavaClass, String> refused) {
        return condition("hold no string " + what, type -> offending(type, refused));
    }

    private static ArchCondition<JavaClass> holdString(String what, BiPredicate<JavaClass, String> wanted) {
        return new ArchCondition<>("hold a string " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                offending(type, wanted).forEach(text -> events.add(SimpleConditionEvent.satisfied(type, text)));
            }
        };
    }

    private static List<String> offending(JavaClass type, BiPredicate<JavaClass, String> refused) {
        return House.stringsOf(type).stream()
                .filter(text -> refused.test(type, text))
                .map(text -> type.getName() + ": " + text.strip())
                .toList();
    }

    private static ArchCondition<JavaClass> condition(String text, Function<JavaClass, List<String>> faults) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                faults.apply(type).forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
            }
        };
    }
}
