package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.net.URI;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.identity.api.queries.MyProfile.Standing;
import org.acides.hiboo.webui.i18n.Words;

/** A service with the member's profiles on it. */
final class MyServiceCard extends Section {

    private static final long serialVersionUID = 1L;

    MyServiceCard(MyProfiles profiles, MyService mine, Runnable changed) {
        ServiceDescription said = mine.service().description();
        UnorderedList rows = new UnorderedList();
        rows.addClassName("profiles");
        mine.profiles().forEach(profile -> rows.add(row(profiles, profile, mine.service(), changed)));
        addClassNames("card", "my-service");
        add(
                header(mine.service()),
                rows,
                new Footer(NewProfile.offer(
                        profiles,
                        mine.service().serviceId(),
                        said.name(),
                        mine.service().quota(),
                        mine.joining(),
                        changed)));
    }

    private static Component row(MyProfiles profiles, MyProfile profile, ServiceDetails service, Runnable changed) {
        return profile.standing() == Standing.LIVE
                ? new ProfileRow(profiles, profile, service, changed)
                : new AsideRow(profiles, profile, service.description().name(), changed);
    }

    private static Component header(ServiceDetails service) {
        ServiceDescription said = service.description();
        Span category = new Span(said.category());
        category.addClassName("category");
        Div name = new Div(new H2(said.name()), category);
        name.addClassName("name");
        Anchor way = way(said.name(), door(service));
        way.setVisible(service.state() != ServiceState.RETIRED);
        return new Header(Picture.ofService(said.name(), said.logo()), name, way);
    }

    /** The application itself, or, where it lets Hiboo's members in from here, the door to it. */
    private static URI door(ServiceDetails service) {
        boolean fromHome = service.saml() != null && service.saml().fromHome();
        return fromHome
                ? URI.create("/saml/enter?service=" + service.serviceId())
                : service.description().address();
    }

    /** The way to the application, beside this page and unable to reach back to it. */
    static Anchor way(String name, URI address) {
        Anchor way = new Anchor(address.toString(), new Span(Words.of("home.open")), VaadinIcon.EXTERNAL_LINK.create());
        way.setTarget(AnchorTarget.BLANK);
        way.getElement().setAttribute("rel", "noopener noreferrer");
        way.setAriaLabel(Words.of("home.open.in-new-tab", name));
        way.addClassName("way");
        return way;
    }
}
