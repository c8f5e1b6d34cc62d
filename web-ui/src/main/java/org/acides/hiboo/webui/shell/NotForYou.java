package org.acides.hiboo.webui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** The view is there, for other roles. */
@ParentLayout(Shell.class)
@PermitAll
final class NotForYou extends Screen implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    NotForYou() {
        super("error.forbidden", "error.forbidden.lead");
        add(new WayHome());
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> fault) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
