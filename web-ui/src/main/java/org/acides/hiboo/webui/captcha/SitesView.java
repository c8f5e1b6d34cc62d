package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.acides.hiboo.webui.i18n.Words;

/** Every site of the captcha, for admins. */
@Route(SitesView.PATH)
@RolesAllowed("ADMIN")
@Menu(title = "captcha.sites.title", order = 15, icon = "vaadin:shield")
final class SitesView extends SitesPage {

    static final String PATH = "admin/captcha";

    private static final long serialVersionUID = 1L;

    SitesView(SiteActs acts) {
        super("captcha.sites", PATH, acts);
        actions(new Button(
                Words.of("captcha.pressure.title"),
                VaadinIcon.CHART_LINE.create(),
                click -> getUI().ifPresent(ui -> ui.navigate(PressureView.class))));
    }
}
