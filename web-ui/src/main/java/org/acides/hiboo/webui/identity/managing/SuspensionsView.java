package org.acides.hiboo.webui.identity.managing;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Page;

/** Profiles of any service, for moderators to suspend or to let in again. */
@Route("moderation/profiles")
@RolesAllowed("MODERATOR")
@Menu(title = "suspensions.title", order = 90, icon = "vaadin:ban")
final class SuspensionsView extends Page {

    private static final long serialVersionUID = 1L;

    SuspensionsView(Managing managing, Answers answers) {
        super("suspensions");
        Div profiles = new Div();
        profiles.addClassName("managed");
        ComboBox<ServiceDetails> service = new ComboBox<>(Words.of("suspensions.service"));
        service.setItems(managing.everyService());
        service.setItemLabelGenerator(each -> each.description().name());
        service.addValueChangeListener(chosen -> {
            profiles.removeAll();
            ServiceDetails now = chosen.getValue();
            if (now != null) profiles.add(new ServiceProfiles(now.serviceId(), managing, answers));
        });
        add(service, profiles);
    }
}
