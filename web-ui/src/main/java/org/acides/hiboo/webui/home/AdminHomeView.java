package org.acides.hiboo.webui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.queries.CountServices;
import org.acides.hiboo.identity.api.queries.CountAccounts;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Processors.State;
import org.acides.hiboo.infrastructure.api.Processors.Status;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.infrastructure.HistoryAddress;
import org.acides.hiboo.webui.infrastructure.ProcessorState;
import org.acides.hiboo.webui.kit.Every;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;

/** Where an admin begins: how things stand, what needs a look, what just happened. */
@Route("admin")
@RolesAllowed("ADMIN")
@Menu(title = "admin.title", order = 0, icon = "vaadin:dashboard")
final class AdminHomeView extends Page {

    private static final long serialVersionUID = 1L;
    private static final Duration LOOKS = Duration.ofSeconds(5);

    private final transient Answers answers;
    private final transient Processors processors;
    private final transient Moments moments;
    private final Tile services = new Tile("admin.services", VaadinIcon.CUBES, "admin/services");
    private final Tile accounts = new Tile("admin.accounts", VaadinIcon.USERS, "admin/accounts");
    private final Tile machinery = new Tile("admin.processors", VaadinIcon.COGS, "admin/processors");
    private final AttentionList attention = new AttentionList();
    private final LastEvents last;
    private final Paragraph honesty = new Paragraph();

    AdminHomeView(Answers answers, Processors processors, EventHistory history, Moments moments) {
        super("admin");
        this.answers = answers;
        this.processors = processors;
        this.moments = moments;
        last = new LastEvents(history, moments);
        honesty.addClassName("honesty");
        Div tiles = new Div(services, accounts, machinery);
        tiles.addClassName("tiles");
        Div below = new Div(attention, last);
        below.addClassName("halves");
        add(tiles, below, honesty);
        actions(
                new QuickLink("services.register", VaadinIcon.PLUS, "admin/services/new"),
                new QuickLink("invitations.issue", VaadinIcon.ENVELOPE_OPEN_O, "admin/invitations"),
                new QuickLink("events.title", VaadinIcon.TIME_BACKWARD, HistoryAddress.PATH));
        look();
        Every.now(this, LOOKS, this::look);
    }

    private void look() {
        List<Status> all = processors.all();
        showServices();
        accounts.show(number(answers.count(new CountAccounts(""))), new Paragraph(Words.of("admin.accounts.about")));
        showProcessors(all);
        attention.show(Attention.all(answers, all, moments.now()));
        last.look();
        Duration lag =
                all.stream().map(Status::lag).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        honesty.setText(lag.isZero() ? Words.of("admin.current") : Words.of("admin.lag", Moments.amount(lag)));
    }

    private void showServices() {
        Component[] states = Arrays.stream(ServiceState.values())
                .map(state ->
                        new Badge(Words.of("service.state." + state), answers.count(new CountServices("", state))))
                .toArray(Component[]::new);
        services.show(number(answers.count(new CountServices("", null))), states);
    }

    private void showProcessors(List<Status> all) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        all.forEach(status -> counts.merge(status.state(), 1, Integer::sum));
        Component[] states = counts.entrySet().stream()
                .map(entry -> {
                    Badge badge = new Badge("", entry.getValue());
                    ProcessorState.show(badge, entry.getKey());
                    return badge;
                })
                .toArray(Component[]::new);
        machinery.show(number(all.size()), states);
    }

    private static String number(int value) {
        return Words.of("number", value);
    }
}
