package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** Where the owner of a contested profile says why it is theirs; what they said before can be put otherwise. */
final class AnswerContestDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_STATEMENT = 1000;

    AnswerContestDialog(MyProfiles profiles, MyProfile profile, String service, Runnable changed) {
        setHeaderTitle(Words.of("contested.answer.title", profile.username()));
        setWidth("min(34rem, 95vw)");
        setCloseOnOutsideClick(false);
        TextArea statement = new TextArea(Words.of("contested.answer.statement"));
        statement.setHelperText(Words.of("contested.answer.hint"));
        statement.setMaxLength(LONGEST_STATEMENT);
        statement.setMinRows(4);
        statement.setWidthFull();
        statement.setAutofocus(true);
        statement.setValue(profiles.saidOf(profile.profileId()));
        FieldErrors errors =
                new FieldErrors().field("statement", statement).refusal("contest.statement-malformed", "statement");
        Button send = new Button(Words.of("contested.answer.send"), click -> {
            if (!errors.attempt(() -> profiles.answerContest(profile.profileId(), statement.getValue()))) return;
            close();
            Notices.done("contested.answer.done");
            changed.run();
        });
        send.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(Words.of("contested.answer.what", service)), statement, errors);
        getFooter().add(new Button(Words.of("home.cancel"), click -> close()), send);
    }
}
