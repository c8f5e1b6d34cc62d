package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import java.util.Map;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.webui.i18n.Words;
import org.jspecify.annotations.Nullable;

/** A service's logo, or its first letter; and the badge of its state. */
final class ServiceFace {

    private static final Map<ServiceState, BadgeVariant> VARIANTS = Map.of(
            ServiceState.OPEN, BadgeVariant.SUCCESS,
            ServiceState.CLOSED, BadgeVariant.WARNING,
            ServiceState.RETIRED, BadgeVariant.CONTRAST);

    private ServiceFace() {}

    static Component logo(@Nullable String logo, String name) {
        Div frame = new Div();
        frame.addClassName("logo");
        if (logo == null) {
            frame.setText(name.isBlank() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1)));
            frame.getElement().setAttribute("aria-hidden", "true");
        } else {
            frame.add(new Image("logos/" + logo, ""));
        }
        return frame;
    }

    static Badge state(ServiceState state) {
        Badge badge = new Badge(Words.of("service.state." + state));
        badge.addThemeVariants(VARIANTS.get(state));
        return badge;
    }
}
