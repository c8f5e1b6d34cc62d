package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.acides.hiboo.webui.i18n.Words;

/**
 * Does something again and again, as long as a component is on the screen, and half an hour at most: every look counts as
 * use of the sign-in, which a page that somebody forgot must not keep alive. Then it asks.
 */
public final class Every {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Component component;
    private final Duration pause;
    private final Runnable act;
    private final Notification rest = new Notification();
    private final AtomicReference<Registration> next = new AtomicReference<>(() -> {});
    private long left;

    private Every(Component component, Duration pause, Runnable act) {
        this.component = component;
        this.pause = pause;
        this.act = act;
    }

    /** Starts when the component is attached, and ends when it is detached. */
    public static void now(Component component, Duration pause, Runnable act) {
        Every every = new Every(component, pause, act);
        every.prepareRest();
        component.addAttachListener(attached -> every.begin(attached.getUI()));
        component.addDetachListener(left -> every.end());
    }

    private void prepareRest() {
        Button go = new Button(Words.of("live.go-on"), click -> {
            rest.close();
            component.getUI().ifPresent(this::begin);
        });
        go.addThemeVariants(ButtonVariant.TERTIARY);
        rest.add(new Span(Words.of("live.rests")), go);
        rest.setPosition(Notification.Position.BOTTOM_CENTER);
        rest.setDuration(0);
    }

    private void begin(UI ui) {
        left = LONGEST.dividedBy(pause);
        arm(ui);
    }

    private void end() {
        next.get().remove();
        rest.close();
    }

    private void arm(UI ui) {
        next.set(ui.triggerAfter(pause, () -> {
            if (!component.isAttached()) return;
            act.run();
            left--;
            if (left > 0) arm(ui);
            else rest.open();
        }));
    }
}
