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
import org.acides.hiboo.webui.i18n.Words;

/** A service with the member's profiles on it. */
final class MyServiceCard extends Section {

    private static final long serialVersionUID = 1L;

    MyServiceCard(MyProfiles profiles, MyService mine, Runnable changed) {
        ServiceDescription said = mine.service().description();
        UnorderedList rows = new UnorderedList();
        rows.addClassName("profiles");
        mine.profiles().forEach(profile -> rows.add(new ProfileRow(profiles, profile, mine.service(), changed)));
        addClassNames("card", "my-service");
        add(
                header(said, mine.joining() != Joining.RETIRED),
                rows,
                new Footer(NewProfile.offer(
                        profiles,
                        mine.service().serviceId(),
                        said.name(),
                        mine.service().quota(),
                        mine.joining(),
                        changed)));
    }

    private static Component header(ServiceDescription said, boolean there) {
        Span category = new Span(said.category());
        category.addClassName("category");
        Div name = new Div(new H2(said.name()), category);
        name.addClassName("name");
        Anchor way = way(said.name(), said.address());
        way.setVisible(there);
        return new Header(Picture.ofService(said.name(), said.logo()), name, way);
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
