package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.security.Me;

/** The view is there, for other roles. */
@ParentLayout(Shell.class)
@PermitAll
final class NotForYou extends Screen implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    NotForYou() {
        super("error.forbidden", "error.forbidden.lead");
        add(new WayHome());
    }

    /** A role has no effect before a second factor is proved: whoever has one may do that now. */
    private static Paragraph proveMore(String here) {
        String page = "/second-step?continue=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
        Anchor prove = new Anchor(page, Words.of("error.forbidden.prove"));
        prove.setRouterIgnore(true);
        return new Paragraph(new Text(Words.of("error.forbidden.role") + " "), prove);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> fault) {
        if (!Me.now().provedTwice()) add(proveMore("/" + event.getLocation().getPathWithQueryParameters()));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
