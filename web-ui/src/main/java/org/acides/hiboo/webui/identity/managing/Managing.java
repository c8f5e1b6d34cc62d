package org.acides.hiboo.webui.identity.managing;

import java.util.List;
import java.util.Optional;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.queries.FindService;
import org.acides.hiboo.catalog.api.queries.FindServices;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.queries.ContestRow;
import org.acides.hiboo.identity.api.queries.CountContests;
import org.acides.hiboo.identity.api.queries.CountProfileRequests;
import org.acides.hiboo.identity.api.queries.FindContests;
import org.acides.hiboo.identity.api.queries.FindMyServices;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.security.Me;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What whoever is at the screen answers for, and acts in that office. Admins answer for every service. */
@Component
public final class Managing {

    private static final int MOST = 200;

    private final Answers answers;
    private final Commands commands;

    Managing(Answers answers, Commands commands) {
        this.answers = answers;
        this.commands = commands;
    }

    /** Whether there is anything that they answer for. */
    public boolean mayManage() {
        return Me.now().is(Role.ADMIN) || !mine().isEmpty();
    }

    boolean manages(ServiceId service) {
        return Me.now().is(Role.ADMIN) || mine().contains(new ServiceRef(service.value()));
    }

    /** Those that they answer for. */
    public List<ServiceDetails> services() {
        if (Me.now().is(Role.ADMIN)) return everyService();
        return mine().stream()
                .map(service -> find(new ServiceId(service.value())))
                .flatMap(Optional::stream)
                .toList();
    }

    List<ServiceDetails> everyService() {
        return answers.all(new FindServices("", null, 0, MOST), ServiceRow.class).stream()
                .map(row -> find(row.serviceId()))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<ServiceDetails> find(ServiceId service) {
        return answers.find(new FindService(service), ServiceDetails.class);
    }

    private List<ServiceRef> mine() {
        return answers.all(new FindMyServices(Me.now().account()), ServiceRef.class);
    }

    List<ContestRow> contests() {
        return answers.all(new FindContests(asker()), ContestRow.class);
    }

    /** How many contested claims wait. */
    int contested() {
        return answers.count(new CountContests(asker()));
    }

    int waiting() {
        return answers.count(new CountProfileRequests(asker()));
    }

    /** Whose services a query is about: null for everybody's. */
    @Nullable
    AccountId asker() {
        return Me.now().is(Role.ADMIN) ? null : Me.now().account();
    }

    /** Acts as an admin, or as the manager of a service. */
    public <R> R send(Object command) {
        SignedIn me = Me.now();
        return commands.send(command, me.is(Role.ADMIN) ? me.as(Role.ADMIN) : me.asServiceManager());
    }

    /** For suspending and restoring, which moderators may do everywhere. */
    void judge(Object command) {
        SignedIn me = Me.now();
        Actor actor = me.is(Role.MODERATOR)
                ? me.as(Role.MODERATOR)
                : me.is(Role.ADMIN) ? me.as(Role.ADMIN) : me.asServiceManager();
        commands.send(command, actor);
    }
}
