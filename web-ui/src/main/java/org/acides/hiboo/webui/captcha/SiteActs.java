package org.acides.hiboo.webui.captcha;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acides.hiboo.captcha.api.ServiceRef;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.queries.FindSite;
import org.acides.hiboo.captcha.api.queries.FindSites;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.catalog.api.queries.FindServices;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.identity.managing.Managing;
import org.acides.hiboo.webui.security.Me;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sites that whoever is at the screen looks after: all of them for an admin, else those of the services they answer for. */
@Component
final class SiteActs {

    private final Answers answers;
    private final Managing managing;

    SiteActs(Answers answers, Managing managing) {
        this.answers = answers;
        this.managing = managing;
    }

    /** A service that a site may belong to. */
    record Owner(ServiceRef service, String name) {}

    /** @throws Refused as a rule says, and {@code site.factor-first} */
    <R> R send(Object command) {
        try {
            return managing.send(command);
        } catch (Refused refused) {
            // To prove it once more would not help: no office made them add a second factor.
            boolean hopeless =
                    refused.code().equals("authentication.stale") && !Me.now().provedTwice();
            throw hopeless ? new Refused("site.factor-first") : refused;
        }
    }

    /** Whether there is anything that they may look after. */
    boolean any() {
        return managing.mayManage();
    }

    List<SiteRow> sites() {
        return answers.all(new FindSites(services()), SiteRow.class);
    }

    /** Empty also for a site of somebody else's: whoever asks need not know that it is there. */
    Optional<SiteRow> find(String id) {
        try {
            Set<ServiceRef> mine = services();
            return answers.find(new FindSite(SiteId.of(id)), SiteRow.class)
                    .filter(site -> mine == null || (site.service() != null && mine.contains(site.service())));
        } catch (IllegalArgumentException noIdentifier) {
            return Optional.empty();
        }
    }

    /** Services whose name has the text in it, whatever its case. */
    Stream<Owner> owners(String text, int offset, int limit) {
        if (services() == null)
            return answers.all(new FindServices(text, null, offset, limit), ServiceRow.class).stream()
                    .map(row -> new Owner(new ServiceRef(row.serviceId().value()), row.name()));
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return managing.services().stream()
                .map(service -> new Owner(
                        new ServiceRef(service.serviceId().value()),
                        service.description().name()))
                .filter(owner -> owner.name().toLowerCase(Locale.ROOT).contains(wanted))
                .skip(offset)
                .limit(limit);
    }

    /** Null for every service, and none. */
    private @Nullable Set<ServiceRef> services() {
        if (Me.now().is(Role.ADMIN)) return null;
        return managing.services().stream()
                .map(service -> new ServiceRef(service.serviceId().value()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
