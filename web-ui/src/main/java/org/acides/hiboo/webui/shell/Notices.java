package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.i18n.Words;

/** Says what became of an act, to eyes and to screen readers. */
public final class Notices {

    private static final int SECONDS_TO_READ = 6000;

    private Notices() {}

    /** Says, in passing, that something is done. */
    public static void done(String key, Object... parameters) {
        Notification notice = new Notification(Words.of(key, parameters), SECONDS_TO_READ);
        notice.addThemeVariants(NotificationVariant.SUCCESS);
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.open();
    }

    /** Says why something was not done; stays until it is closed. */
    public static void refused(String text) {
        Notification notice = new Notification();
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notice.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Words.of("shell.close"));
        notice.add(new Span(text), close);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.setAssertive(true);
        notice.setDuration(0);
        notice.open();
    }

    /**
     * Does something and tells a refusal as a notice; or asks whoever must prove again that it is them to do so.
     *
     * @return whether it was done
     */
    public static boolean attempt(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refused refusal) {
            if (!FreshProof.askedFor(refusal)) refused(Words.of(refusal));
        } catch (MalformedField fault) {
            refused(Words.of(fault));
        }
        return false;
    }
}
