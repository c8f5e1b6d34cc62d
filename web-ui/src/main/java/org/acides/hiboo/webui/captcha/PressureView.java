package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;

/** All sites at once. */
@Route("admin/captcha/pressure")
@RolesAllowed("ADMIN")
final class PressureView extends Page {

    private static final long serialVersionUID = 1L;

    PressureView(Answers answers, Moments moments) {
        super("captcha.pressure");
        add(new PressurePanel(null, answers, moments));
    }
}
