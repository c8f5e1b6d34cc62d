package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.server.VaadinRequest;
import org.acides.hiboo.webui.i18n.Words;

/** A button that goes round: as the system says, light, dark. */
final class BrightnessSwitch extends Button {

    private static final long serialVersionUID = 1L;

    private Brightness now = Brightness.of(VaadinRequest.getCurrent());

    BrightnessSwitch() {
        addThemeVariants(ButtonVariant.TERTIARY);
        show();
        addClickListener(click -> {
            now = Brightness.values()[(now.ordinal() + 1) % Brightness.values().length];
            now.choose();
            show();
        });
    }

    private void show() {
        setIcon(now.icon.create());
        setAriaLabel(Words.of("shell.brightness", Words.of(now.key())));
        setTooltipText(Words.of("shell.brightness", Words.of(now.key())));
    }
}
