package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.acides.hiboo.catalog.api.queries.ServiceRow;

/** An open service that the member has no profile on. */
final class OpenServiceCard extends ListItem {

    private static final long serialVersionUID = 1L;

    OpenServiceCard(MyProfiles profiles, ServiceRow service, Runnable changed) {
        Joining joining = Joining.of(service.state(), service.policy(), service.quota(), List.of());
        Span category = new Span(service.category());
        category.addClassName("category");
        Div name = new Div(new H3(service.name()), category);
        name.addClassName("name");
        Paragraph summary = new Paragraph(service.summary());
        summary.addClassName("summary");
        addClassNames("card", "open-service");
        add(
                new Header(Picture.ofService(service.name(), service.logo()), name),
                summary,
                new Footer(
                        NewProfile.offer(
                                profiles, service.serviceId(), service.name(), service.quota(), joining, changed),
                        MyServiceCard.way(service.name(), service.address())));
    }
}
