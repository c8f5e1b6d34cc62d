package org.acides.hiboo.webui.infrastructure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import org.acides.hiboo.webui.i18n.Words;

/** A payload on the screen, in colours, with a lock where something is sealed. */
final class PayloadText extends Pre {

    private static final long serialVersionUID = 1L;

    PayloadText(String json) {
        addClassName("payload");
        getElement().setAttribute("tabindex", "0");
        for (Payload.Line line : Payload.lines(json)) {
            add(new Span("  ".repeat(line.depth())));
            if (line.name() != null) {
                add(part("json-name", '"' + line.name() + '"'), new Span(": "));
            }
            add(value(line), new Span(line.more() ? ",\n" : "\n"));
        }
    }

    private static Component value(Payload.Line line) {
        return switch (line.kind()) {
            case SEALED -> badge("payload.sealed", VaadinIcon.LOCK);
            case UNREADABLE -> badge("payload.unreadable", VaadinIcon.WARNING);
            default -> part("json-" + line.kind().name().toLowerCase(Locale.ROOT), line.value());
        };
    }

    private static Badge badge(String key, VaadinIcon icon) {
        Badge badge = new Badge(Words.of(key), icon.create());
        badge.addClassName("sealed");
        return badge;
    }

    private static Span part(String kind, String text) {
        Span part = new Span(text);
        part.addClassName(kind);
        return part;
    }
}
