package org.acides.hiboo.webui.infrastructure;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import java.util.Map;
import org.acides.hiboo.infrastructure.api.Processors.State;
import org.acides.hiboo.webui.i18n.Words;

/** A processor's state as a badge. */
public final class ProcessorState {

    private static final Map<State, BadgeVariant> VARIANTS = Map.of(
            State.RUNNING, BadgeVariant.SUCCESS,
            State.REPLAYING, BadgeVariant.CONTRAST,
            State.STOPPED, BadgeVariant.WARNING,
            State.FAILING, BadgeVariant.ERROR);

    private ProcessorState() {}

    public static void show(Badge badge, State state) {
        badge.setText(Words.of("processor.state." + state));
        badge.removeThemeVariants(BadgeVariant.values());
        badge.addThemeVariants(VARIANTS.get(state));
    }
}
