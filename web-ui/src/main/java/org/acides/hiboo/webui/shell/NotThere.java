package org.acides.hiboo.webui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Nothing is at this address. */
@ParentLayout(Shell.class)
@PermitAll
final class NotThere extends Screen implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1L;

    NotThere() {
        super("error.not-found", "error.not-found.lead");
        add(new WayHome());
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> fault) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
