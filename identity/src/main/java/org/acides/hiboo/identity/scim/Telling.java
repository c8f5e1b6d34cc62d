package org.acides.hiboo.identity.scim;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.identity.api.ServiceRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells services how profiles of theirs stand now. A service that fails once is left alone until the next round, so that it
 * keeps nobody waiting but itself.
 */
@Component
class Telling {

    private static final Logger log = LoggerFactory.getLogger(Telling.class);

    private final Deliveries deliveries;
    private final Targets targets;
    private final Standings standings;
    private final ScimUsers users;

    Telling(Deliveries deliveries, Targets targets, Standings standings, ScimUsers users) {
        this.deliveries = deliveries;
        this.targets = targets;
        this.standings = standings;
        this.users = users;
    }

    void round() {
        Set<ServiceRef> failing = new HashSet<>();
        for (Deliveries.Delivery delivery : deliveries.due())
            if (!failing.contains(delivery.service()) && !told(delivery)) failing.add(delivery.service());
    }

    private boolean told(Deliveries.Delivery delivery) {
        Optional<Target> target = targets.find(delivery.service());
        try {
            if (target.isPresent()) tell(target.get(), delivery);
            deliveries.done(delivery);
            return true;
        } catch (Untold why) {
            log.info("Service {} was not told of a profile: {}", delivery.service(), why.getMessage());
            deliveries.failed(delivery, String.valueOf(why.getMessage()), why.after());
            return false;
        }
    }

    private void tell(Target target, Deliveries.Delivery delivery) throws Untold {
        Standing standing = standings.of(delivery.service(), delivery.profile());
        Optional<String> user = deliveries.remoteId(delivery.profile());
        if (user.isEmpty()) {
            user = users.find(target, standing);
            if (user.isPresent()) deliveries.found(delivery, user.get());
        }
        // Whoever never entered the service is nobody there.
        if (user.isEmpty()) return;
        if (standing.state() == Standing.State.GONE) {
            users.delete(target, user.get());
            deliveries.gone(delivery.profile());
        } else if (!users.activate(target, user.get(), standing.state() == Standing.State.ACTIVE))
            deliveries.gone(delivery.profile());
    }
}
