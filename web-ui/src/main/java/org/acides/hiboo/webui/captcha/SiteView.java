package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.kit.Moments;

/** Any site, with its history, for admins. */
@Route("admin/captcha/:id([0-9a-f-]{36})")
@RolesAllowed("ADMIN")
final class SiteView extends SitePage {

    private static final long serialVersionUID = 1L;

    SiteView(Answers answers, SiteActs acts, EventHistory history, Moments moments, Place place) {
        super(SitesView.PATH, answers, acts, history, moments, place);
    }
}
