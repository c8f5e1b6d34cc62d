package org.acides.hiboo.webui.identity.managing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.queries.FindGroups;
import org.acides.hiboo.identity.api.queries.GroupRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.identity.groups.GroupPanel;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;

/** One service for whoever answers for it: the profiles that they give, and those that they suspend. */
@Route("managing/:id([0-9a-f-]{36})")
@PermitAll
final class ManagedServiceView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Managing managing;
    private final transient Answers answers;
    private final transient Moments moments;

    ManagedServiceView(Managing managing, Answers answers, Moments moments) {
        super("managed");
        this.managing = managing;
        this.answers = answers;
        this.moments = moments;
    }

    static RouteParameters parameters(ServiceId service) {
        return new RouteParameters(new RouteParam("id", service.toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        ServiceId id;
        try {
            id = ServiceId.of(entering.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException noIdentifier) {
            throw new NotFoundException();
        }
        if (!managing.manages(id)) throw new AccessDeniedException();
        ServiceDetails service = managing.find(id).orElseThrow(NotFoundException::new);
        setHeading(service.description().name());
        Div gifts = new Div(
                new H2(Words.of("gifts.title")), new GiftsPanel(service.serviceId(), managing, answers, moments));
        Div profiles = new Div(
                new H2(Words.of("managing.profiles")), new ServiceProfiles(service.serviceId(), managing, answers));
        for (GroupRow group : answers.all(new FindGroups(), GroupRow.class))
            if (service.groups().contains(new GroupRef(group.groupId().value())))
                add(new GroupPanel(group, answers, managing::send));
        for (Div part : new Div[] {profiles, gifts}) {
            part.addClassNames("panel", "managed");
            add(part);
        }
    }
}
