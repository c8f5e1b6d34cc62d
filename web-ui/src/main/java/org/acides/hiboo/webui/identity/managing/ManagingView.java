package org.acides.hiboo.webui.identity.managing;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.FindProfileRequests;
import org.acides.hiboo.identity.api.queries.ProfileRequestRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;

/** Requests that wait for whoever is at the screen, and the services that they answer for. */
@Route("managing")
@PermitAll
final class ManagingView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Managing managing;
    private final transient Answers answers;
    private final transient Moments moments;
    private final UnorderedList requests = new UnorderedList();
    private final Paragraph nothing = new Paragraph(Words.of("managing.nothing"));
    private final UnorderedList services = new UnorderedList();
    private final Div contests = new Div();

    ManagingView(Managing managing, Answers answers, Moments moments) {
        super("managing");
        this.managing = managing;
        this.answers = answers;
        this.moments = moments;
        requests.addClassName("requests");
        services.addClassName("managed-services");
        nothing.addClassName("hint");
        Anchor captcha = new Anchor("managing/captcha", Words.of("captcha.managed.title"));
        captcha.addClassName("quick-link");
        actions(captcha);
        add(
                contests,
                new Div(new H2(Words.of("managing.requests")), nothing, requests),
                new Div(new H2(Words.of("managing.services")), services));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (!managing.mayManage()) throw new AccessDeniedException();
        List<ServiceDetails> mine = managing.services();
        services.removeAll();
        for (ServiceDetails service : mine)
            services.add(new ListItem(new RouterLink(
                    service.description().name(),
                    ManagedServiceView.class,
                    ManagedServiceView.parameters(service.serviceId()))));
        contests.removeAll();
        contests.add(new Contests(managing, moments, names(mine)));
        show(mine);
    }

    private void show(List<ServiceDetails> mine) {
        Map<ServiceRef, String> names = names(mine);
        List<ProfileRequestRow> rows = answers.all(new FindProfileRequests(managing.asker()), ProfileRequestRow.class);
        requests.removeAll();
        for (ProfileRequestRow row : rows)
            requests.add(
                    new RequestRow(row, names.getOrDefault(row.service(), ""), managing, moments, () -> show(mine)));
        nothing.setVisible(rows.isEmpty());
    }

    private static Map<ServiceRef, String> names(List<ServiceDetails> services) {
        Map<ServiceRef, String> names = new HashMap<>();
        services.forEach(service -> names.put(
                new ServiceRef(service.serviceId().value()),
                service.description().name()));
        return names;
    }
}
