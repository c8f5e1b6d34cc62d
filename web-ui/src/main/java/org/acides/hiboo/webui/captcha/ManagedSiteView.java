package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.kit.Moments;

/** A site of a service, for whoever answers for that. */
@Route("managing/captcha/:id([0-9a-f-]{36})")
@PermitAll
final class ManagedSiteView extends SitePage {

    private static final long serialVersionUID = 1L;

    ManagedSiteView(Answers answers, SiteActs acts, Moments moments, Place place) {
        super(ManagedSitesView.PATH, answers, acts, null, moments, place);
    }
}
