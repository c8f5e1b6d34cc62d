package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.acides.hiboo.webui.asking.Answers;
import org.springframework.beans.factory.annotation.Value;

/** Registers a site of a service that whoever is at the screen answers for. */
@Route("managing/captcha/new")
@PermitAll
final class RegisterManagedSiteView extends RegisterSitePage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient SiteActs acts;

    RegisterManagedSiteView(Answers answers, SiteActs acts, @Value("${hiboo.address}") String address) {
        super(ManagedSitesView.PATH, "captcha.managed.service.help", answers, acts, address);
        this.acts = acts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (!acts.any()) throw new AccessDeniedException();
    }
}
