package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.acides.hiboo.webui.i18n.Words;

/** Sums, large. */
final class Figures extends Div {

    private static final long serialVersionUID = 1L;

    private final List<Span> values = new ArrayList<>();

    /** @param labels message keys */
    Figures(String... labels) {
        addClassName("tiles");
        for (String label : labels) {
            Span name = new Span(Words.of(label));
            name.addClassName("second-line");
            Span value = new Span();
            value.addClassName("tile-figure");
            Div tile = new Div(name, value);
            tile.addClassName("tile");
            values.add(value);
            add(tile);
        }
    }

    void show(long... sums) {
        for (int i = 0; i < sums.length; i++) values.get(i).setText(Words.of("number", sums[i]));
    }
}
