package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.webui.i18n.Words;
import org.jspecify.annotations.Nullable;

/** Knows whether a screen holds something typed that is not saved, and asks before it would be lost. */
public final class Unsaved implements Serializable {

    private final Component screen;
    private final Map<HasValue<?, ?>, Object> saved = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean any;

    public Unsaved(Component screen) {
        this.screen = screen;
        screen.addDetachListener(left -> holdBrowser(false));
    }

    /** Watches fields whose present values count as saved. */
    public void watch(HasValue<?, ?>... fields) {
        for (HasValue<?, ?> field : fields) {
            saved.put(field, comparable(field));
            field.addValueChangeListener(change -> look());
        }
    }

    /** What these fields hold now is saved. */
    public void settle(HasValue<?, ?>... fields) {
        for (HasValue<?, ?> field : fields) saved.put(field, comparable(field));
        look();
    }

    public boolean any(HasValue<?, ?>... fields) {
        for (HasValue<?, ?> field : fields) if (changed(field)) return true;
        return false;
    }

    public boolean any() {
        return saved.keySet().stream().anyMatch(this::changed);
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Asks before the screen is left, when something would be lost. */
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (!any()) return;
        var onward = leaving.postpone();
        ConfirmDialog ask = new ConfirmDialog();
        ask.setHeader(Words.of("unsaved.title"));
        ask.setText(Words.of("unsaved.text"));
        ask.setCancelable(true);
        ask.setCancelText(Words.of("unsaved.stay"));
        ask.setConfirmText(Words.of("unsaved.leave"));
        ask.setConfirmButtonTheme("error");
        ask.addConfirmListener(yes -> {
            saved.clear();
            onward.proceed();
        });
        ask.addCancelListener(no -> onward.cancel());
        ask.open();
    }

    private boolean changed(HasValue<?, ?> field) {
        return !java.util.Objects.equals(comparable(field), saved.get(field));
    }

    private static @Nullable Object comparable(HasValue<?, ?> field) {
        return field.getValue();
    }

    private void look() {
        boolean now = any();
        if (now != any) holdBrowser(now);
        any = now;
        listeners.forEach(Runnable::run);
    }

    /** The browser itself asks before it closes or reloads the page. */
    private void holdBrowser(boolean hold) {
        screen.getUI()
                .ifPresent(ui -> ui.getPage()
                        .executeJs("window.onbeforeunload = $0 ? event => { event.preventDefault(); } : null", hold));
    }
}
