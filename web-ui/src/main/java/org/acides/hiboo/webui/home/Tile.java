package org.acides.hiboo.webui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.acides.hiboo.webui.i18n.Words;

/** A part of the home page: a heading that leads on, one figure, and what it is made of. */
final class Tile extends Section {

    private static final long serialVersionUID = 1L;

    private final Span figure = new Span();
    private final Div parts = new Div();

    Tile(String key, VaadinIcon icon, String address) {
        addClassName("tile");
        Icon sign = icon.create();
        sign.getElement().setAttribute("aria-hidden", "true");
        Anchor link = new Anchor(address, sign, new Span(Words.of(key)));
        H2 heading = new H2();
        heading.add(link);
        figure.addClassName("tile-figure");
        parts.addClassName("tile-parts");
        add(heading, figure, parts);
    }

    void show(String value, Component... made) {
        figure.setText(value);
        parts.removeAll();
        parts.add(made);
    }
}
