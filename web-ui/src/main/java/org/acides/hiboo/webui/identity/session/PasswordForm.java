package org.acides.hiboo.webui.identity.session;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Set;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.ChangePassword;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.FreshProof;
import org.acides.hiboo.webui.shell.Notices;

/** Changes one's own password. */
final class PasswordForm extends Section {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 1024;
    private static final Set<String> ABOUT_THE_CURRENT = Set.of("password.wrong", "throttled");

    private final transient Commands commands;
    private final Runnable changed;
    private final PasswordField current = field("sessions.password.current", Autocomplete.CURRENT_PASSWORD);
    private final PasswordField chosen = field("sessions.password.chosen", Autocomplete.NEW_PASSWORD);

    /** @param changed runs when the password is another, and other browsers are signed out */
    PasswordForm(Commands commands, Runnable changed) {
        this.commands = commands;
        this.changed = changed;
        addClassName("password");
        Paragraph lead = new Paragraph(Words.of("sessions.password.lead"));
        lead.addClassName("lead");
        Button change = new Button(Words.of("sessions.password.change"), click -> change());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        change.addClickShortcut(Key.ENTER).listenOn(this);
        add(new H2(Words.of("sessions.password")), lead, current, chosen, change);
    }

    private static PasswordField field(String key, Autocomplete kind) {
        PasswordField field = new PasswordField(Words.of(key));
        field.setAutocomplete(kind);
        field.setMaxLength(LONGEST);
        field.setManualValidation(true);
        return field;
    }

    private void change() {
        SignedIn me = Me.now();
        clearFaults();
        try {
            commands.send(
                    new ChangePassword(me.account(), me.session(), current.getValue(), chosen.getValue()),
                    me.asMember());
            current.clear();
            chosen.clear();
            Notices.done("sessions.password.changed");
            changed.run();
        } catch (Refused refusal) {
            if (FreshProof.askedFor(refusal)) return;
            PasswordField about = ABOUT_THE_CURRENT.contains(refusal.code()) ? current : chosen;
            about.setErrorMessage(Words.of(refusal));
            about.setInvalid(true);
            about.focus();
        }
    }

    private void clearFaults() {
        current.setInvalid(false);
        chosen.setInvalid(false);
    }
}
