package org.acides.hiboo.identity.moving;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.Arriving;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what would become of profiles if they came in now, without letting any. */
@Component
class DryRun {

    private final Communities communities;
    private final Arriving arriving;
    private final Subjects subjects;
    private final JdbcClient jdbc;

    DryRun(Communities communities, Arriving arriving, Subjects subjects, JdbcClient jdbc) {
        this.communities = communities;
        this.arriving = arriving;
        this.subjects = subjects;
        this.jdbc = jdbc;
    }

    /** Of all that are still open. */
    Map<String, Refused> problems(Arrival arrival) {
        return problems(arrival, one -> true);
    }

    /** By reference, what is in the way of each open one that is wanted; what is not in the map fits, all of it together. */
    Map<String, Refused> problems(Arrival arrival, Predicate<Coming> wanted) {
        Map<ServiceRef, Integer> coming = new HashMap<>();
        Map<String, Refused> problems = new LinkedHashMap<>();
        for (Coming one : arrival.profiles()) {
            boolean asked = one.open() && wanted.test(one);
            if (!asked && one.state() != Coming.State.WAITING) continue;
            ServiceRef service = serviceOf(arrival, one).orElse(null);
            int others = service == null ? 0 : coming.getOrDefault(service, 0);
            Optional<Refused> problem = problem(arrival, one, others);
            if (problem.isEmpty() && service != null) coming.merge(service, 1, Integer::sum);
            if (asked) problem.ifPresent(no -> problems.put(one.line().ref(), no));
        }
        return problems;
    }

    Optional<ServiceRef> serviceOf(Arrival arrival, Coming one) {
        return communities
                .byIssuer(arrival.from())
                .flatMap(from -> communities.match(from.id(), one.line().service()));
    }

    /** @param others how many of the same bundle come to the same service before it */
    Optional<Refused> problem(Arrival arrival, Coming one, int others) {
        ServiceRef service = serviceOf(arrival, one).orElse(null);
        if (service == null) return Optional.of(new Refused("arriving.no-service"));
        try {
            arriving.requireFit(
                    arrival.account(), service, one.username(), one.line().subject(), others);
            return Optional.empty();
        } catch (Refused no) {
            return Optional.of(no);
        }
    }

    boolean renamable(Arrival arrival, Coming one) {
        return serviceOf(arrival, one).filter(arriving::renamable).isPresent();
    }

    boolean keepsAlias(Coming one) {
        return arriving.keepsAlias(one.line().alias());
    }

    /**
     * A community that we trust shall not be able to say that somebody of theirs is somebody of ours. It takes a MAC for each
     * profile of the service: not for a page.
     */
    boolean isOneOfOurs(ServiceRef service, String subject) {
        return jdbc
                .sql("SELECT profile_id FROM identity.profile WHERE service_id = ?")
                .param(service.value())
                .query(UUID.class)
                .list()
                .stream()
                .anyMatch(
                        profile -> subjects.own(service, new ProfileId(profile)).equals(subject));
    }
}
