package org.acides.hiboo.identity.moving;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.identity.signin.Refusal;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Arrivals as their pages show them. */
@Component
class ArrivalWords {

    private final DryRun dryRun;
    private final Services services;

    ArrivalWords(DryRun dryRun, Services services) {
        this.dryRun = dryRun;
        this.services = services;
    }

    /** @param open whether the member may say something about it */
    record Told(UUID id, String community, String name, boolean accepted, boolean open, boolean over, List<Row> rows) {}

    /**
     * @param service what it is here; where there is none, what it is called there
     * @param word key of how it stands, without {@code arriving.}
     * @param problem or null
     * @param renamable whether another username would help
     * @param alias whether it keeps its address
     */
    record Row(
            String ref,
            String username,
            String service,
            String word,
            @Nullable Refusal problem,
            boolean open,
            boolean renamable,
            boolean alias) {}

    List<Told> all(Map<UUID, Arrival> arrivals) {
        return arrivals.entrySet().stream()
                .map(each -> one(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Told::over).thenComparing(Told::community))
                .toList();
    }

    Told one(UUID id, Arrival arrival) {
        Map<String, Refused> problems = dryRun.problems(arrival);
        List<Row> rows = arrival.profiles().stream()
                .map(one -> row(arrival, one, problems.get(one.line().ref())))
                .toList();
        return new Told(
                id,
                URI.create(arrival.from()).getAuthority(),
                arrival.name(),
                arrival.accepted(),
                rows.stream().anyMatch(Row::open),
                arrival.next() == null && !arrival.owed(),
                rows);
    }

    private Row row(Arrival arrival, Coming one, @Nullable Refused problem) {
        boolean name = problem != null && problem.code().startsWith("username.");
        return new Row(
                one.line().ref(),
                one.username(),
                dryRun.serviceOf(arrival, one)
                        .flatMap(services::find)
                        .map(Service::name)
                        .orElse(one.line().serviceName()),
                one.state().name().toLowerCase(Locale.ROOT),
                problem(one, problem),
                one.open(),
                name && dryRun.renamable(arrival, one),
                dryRun.keepsAlias(one));
    }

    private static @Nullable Refusal problem(Coming one, @Nullable Refused problem) {
        if (problem != null)
            return new Refusal(problem.code(), problem.arguments().toArray());
        return one.state() == Coming.State.LOST ? new Refusal(one.why(), new Object[0]) : null;
    }
}
