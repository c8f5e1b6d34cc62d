package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.DescribeService;
import org.acides.hiboo.catalog.api.queries.FindService;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.OldAccountLists;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.identity.migration.OldAccounts;
import org.acides.hiboo.webui.infrastructure.HistoryList;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;
import org.acides.hiboo.webui.kit.Unsaved;
import org.springframework.beans.factory.annotation.Value;

/** One service: what it says of itself, its client, its profiles' rules, its state, and what happened to it. */
@Route("admin/services/:id([0-9a-f-]{36})")
@RolesAllowed("ADMIN")
class ServiceView extends Page implements BeforeEnterObserver, BeforeLeaveObserver {

    private final Answers answers;
    private final AdminActs acts;
    private final EventHistory history;
    private final Moments moments;
    private final OldAccountLists lists;
    private final String issuer;
    private final Unsaved unsaved = new Unsaved(this);

    ServiceView(
            Answers answers,
            AdminActs acts,
            EventHistory history,
            Moments moments,
            OldAccountLists lists,
            @Value("${hiboo.address}") String issuer) {
        super("service");
        addClassName("full");
        this.answers = answers;
        this.acts = acts;
        this.history = history;
        this.moments = moments;
        this.lists = lists;
        this.issuer = issuer;
    }

    static String address(ServiceId id) {
        return "admin/services/" + id;
    }

    static RouteParameters parameters(ServiceId id) {
        return new RouteParameters(new RouteParam("id", id.toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        ServiceDetails service =
                entering.getRouteParameters().get("id").flatMap(this::find).orElseThrow(NotFoundException::new);
        show(service);
    }

    private Optional<ServiceDetails> find(String id) {
        try {
            return answers.find(new FindService(ServiceId.of(id)), ServiceDetails.class);
        } catch (IllegalArgumentException noIdentifier) {
            return Optional.empty();
        }
    }

    private void show(ServiceDetails service) {
        setHeading(service.description().name());
        StatePanel state = new StatePanel(service, acts, this::entered);
        actions(state);
        TabSheet tabs = new TabSheet();
        tabs.addClassName("tabs");
        tabs.setSizeFull();
        tabs.add(Words.of("service.tab.description"), panel(description(service)));
        tabs.add(
                Words.of("service.tab.access"),
                new Div(
                        panel(new AssuranceForm(service, acts, unsaved)),
                        panel(new GroupsForm(service, answers, acts, unsaved))));
        tabs.add(Words.of("service.tab.client"), panel(new ClientForm(service, acts, unsaved, issuer)));
        tabs.add(Words.of("service.tab.saml"), panel(new SamlForm(service, answers, acts, unsaved, issuer)));
        tabs.add(Words.of("service.tab.proxy"), panel(new ForwardAuthForm(service, acts, unsaved)));
        tabs.add(Words.of("service.tab.profiles"), panel(new PolicyForm(service, acts, unsaved)));
        tabs.add(Words.of("service.tab.usernames"), panel(new UsernameRulesForm(service, acts, unsaved)));
        tabs.add(Words.of("service.tab.managers"), panel(new ManagersPanel(service.serviceId(), answers, acts)));
        tabs.add(Words.of("service.tab.scim"), panel(new ScimPanel(service, answers, acts)));
        Div old = new Div();
        Tab oldTab = tabs.add(Words.of("service.tab.old"), old);
        Div past = new Div();
        past.setHeightFull();
        Tab pastTab = tabs.add(Words.of("service.tab.history"), past);
        tabs.addSelectedChangeListener(chosen -> {
            past.removeAll();
            if (chosen.getSelectedTab() == pastTab) past.add(historyOf(service));
            old.removeAll();
            if (chosen.getSelectedTab() == oldTab) old.add(panel(oldAccountsOf(service)));
        });
        add(tabs);
    }

    private Component description(ServiceDetails service) {
        DescriptionFields fields = new DescriptionFields(acts);
        fields.show(service.description());
        FormFoot foot = new FormFoot(unsaved, fields.all(), () -> {
            acts.send(new DescribeService(service.serviceId(), fields.typed()));
            setHeading(fields.typed().name());
        });
        fields.errors(foot.errors);
        if (service.state() == ServiceState.RETIRED) foot.lock();
        return new Div(fields, foot);
    }

    private Component historyOf(ServiceDetails service) {
        HistoryList list = new HistoryList(history);
        list.show(new EventHistory.Filter(Set.of(), null, service.serviceId().toString(), null, null));
        list.setHeightFull();
        return list;
    }

    private Component oldAccountsOf(ServiceDetails service) {
        ServiceRef ref = new ServiceRef(service.serviceId().value());
        return new OldAccounts(ref, service.state() != ServiceState.RETIRED, lists, answers, acts, moments);
    }

    /** A retired service takes nothing more: its forms are drawn anew, closed. */
    private void entered(ServiceState now) {
        if (now == ServiceState.RETIRED) getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private static Component panel(Component content) {
        Div panel = new Div(content);
        panel.addClassName("panel");
        return panel;
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        unsaved.beforeLeave(leaving);
    }
}
