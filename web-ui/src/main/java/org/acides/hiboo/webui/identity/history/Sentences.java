package org.acides.hiboo.webui.identity.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.queries.FindService;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.jspecify.annotations.Nullable;

/** What happened, said as one person tells another: {@code history.<event name>} takes a service and a username. */
final class Sentences {

    private final Answers answers;
    private final Map<ServiceRef, String> services = new HashMap<>();

    Sentences(Answers answers) {
        this.answers = answers;
    }

    String of(MyHistoryRow row) {
        String username = Optional.ofNullable(row.username()).orElseGet(() -> Words.of("history.a-profile"));
        String what = Words.find("history." + row.name(), service(row.service()), username)
                .orElseGet(() -> Words.of("history.other", row.name()));
        return row.byMe() ? what : Words.of("history.by-others", what);
    }

    private String service(@Nullable ServiceRef service) {
        return service == null ? Words.of("history.a-service") : services.computeIfAbsent(service, this::name);
    }

    private String name(ServiceRef service) {
        return answers.find(new FindService(new ServiceId(service.value())), ServiceDetails.class)
                .map(details -> details.description().name())
                .orElseGet(() -> Words.of("history.a-service"));
    }
}
