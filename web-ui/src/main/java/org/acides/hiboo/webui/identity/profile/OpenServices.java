package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Lists;

/** The services to join, a page at a time, found by name or category. */
final class OpenServices extends Section {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 24;

    private final transient MyProfiles profiles;
    private final transient Set<ServiceId> joined;
    private final Runnable changed;
    private final TextField search = Lists.search(Words.of("home.join.search"));
    private final UnorderedList cards = new UnorderedList();
    private final Paragraph nothing = new Paragraph(Words.of("home.join.nothing"));
    private final Button more = new Button(Words.of("home.join.more"), click -> next());
    private int offset;

    OpenServices(MyProfiles profiles, Set<ServiceId> joined, Runnable changed) {
        this.profiles = profiles;
        this.joined = Set.copyOf(joined);
        this.changed = changed;
        search.addValueChangeListener(typed -> again());
        cards.addClassName("open-services");
        nothing.addClassName("hint");
        addClassName("join");
        add(new Header(new H2(Words.of("home.join")), search), cards, nothing, more);
        again();
    }

    private void again() {
        offset = 0;
        cards.removeAll();
        next();
    }

    private void next() {
        List<ServiceRow> page = profiles.openServices(search.getValue(), offset, PAGE);
        offset += PAGE;
        page.stream()
                .filter(service -> !joined.contains(service.serviceId()))
                .forEach(service -> cards.add(new OpenServiceCard(profiles, service, changed)));
        more.setVisible(page.size() == PAGE);
        nothing.setVisible(cards.getComponentCount() == 0 && !more.isVisible());
    }
}
