package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.acides.hiboo.webui.asking.Answers;
import org.springframework.beans.factory.annotation.Value;

/** Registers a site of any service, or of none. */
@Route("admin/captcha/new")
@RolesAllowed("ADMIN")
final class RegisterSiteView extends RegisterSitePage {

    private static final long serialVersionUID = 1L;

    RegisterSiteView(Answers answers, SiteActs acts, @Value("${hiboo.address}") String address) {
        super(SitesView.PATH, "captcha.site.service.help", answers, acts, address);
    }
}
