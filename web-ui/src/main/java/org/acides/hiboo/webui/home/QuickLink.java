package org.acides.hiboo.webui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.acides.hiboo.webui.i18n.Words;

/** A way straight to what admins do most. */
final class QuickLink extends Anchor {

    private static final long serialVersionUID = 1L;

    QuickLink(String key, VaadinIcon icon, String address) {
        super(address);
        addClassName("quick-link");
        Icon sign = icon.create();
        sign.getElement().setAttribute("aria-hidden", "true");
        add(sign, new Span(Words.of(key)));
    }
}
