package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The sites of the services that whoever is at the screen answers for. */
@Route(ManagedSitesView.PATH)
@PermitAll
final class ManagedSitesView extends SitesPage implements BeforeEnterObserver {

    static final String PATH = "managing/captcha";

    private static final long serialVersionUID = 1L;

    private final transient SiteActs acts;

    ManagedSitesView(SiteActs acts) {
        super("captcha.managed", PATH, acts);
        this.acts = acts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (!acts.any()) throw new AccessDeniedException();
    }
}
