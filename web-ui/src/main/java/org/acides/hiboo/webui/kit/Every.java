package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Does something again and again, as long as a component is on the screen. */
public final class Every {

    private final Component component;
    private final Duration pause;
    private final Runnable act;
    private final AtomicReference<Registration> next = new AtomicReference<>(() -> {});

    private Every(Component component, Duration pause, Runnable act) {
        this.component = component;
        this.pause = pause;
        this.act = act;
    }

    /** Starts when the component is attached, and ends when it is detached. */
    public static void now(Component component, Duration pause, Runnable act) {
        Every every = new Every(component, pause, act);
        component.addAttachListener(attached -> every.arm(attached.getUI()));
        component.addDetachListener(left -> every.next.get().remove());
    }

    private void arm(UI ui) {
        next.set(ui.triggerAfter(pause, () -> {
            if (!component.isAttached()) return;
            act.run();
            arm(ui);
        }));
    }
}
