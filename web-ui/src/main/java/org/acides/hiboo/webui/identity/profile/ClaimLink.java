package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.html.Anchor;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.i18n.Words;

/** The way to where members prove that an old account of a service is theirs. */
final class ClaimLink extends Anchor {

    private static final long serialVersionUID = 1L;

    ClaimLink(ServiceDetails service) {
        super(
                "/claim?service=" + service.serviceId(),
                Words.of("home.claim", service.description().name()));
        setRouterIgnore(true);
        addClassName("claim-link");
    }
}
