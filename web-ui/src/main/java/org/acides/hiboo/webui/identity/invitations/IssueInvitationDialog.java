package org.acides.hiboo.webui.identity.invitations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.identity.api.commands.IssueInvitation;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.kit.ShownOnce;
import org.acides.hiboo.webui.kit.ValidFor;

/** How many may use the link, and how long; then the link, once. */
final class IssueInvitationDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MOST_USES = 1000;

    private final IntegerField uses = new IntegerField(Words.of("invitations.uses"));
    private final ValidFor validFor = new ValidFor(Duration.ofDays(7));

    IssueInvitationDialog(AdminActs acts, Runnable issued) {
        setHeaderTitle(Words.of("invitations.issue"));
        setWidth("min(30rem, 95vw)");
        uses.setMin(1);
        uses.setMax(MOST_USES);
        uses.setValue(1);
        uses.setStepButtonsVisible(true);
        uses.setAutofocus(true);
        uses.setHelperText(Words.of("invitations.uses.help", MOST_USES));
        FieldErrors errors = new FieldErrors().field("uses", uses).field("validFor", validFor);
        Button issue = new Button(
                Words.of("invitations.issue.do"),
                click -> errors.attempt(() -> {
                    String link = acts.send(new IssueInvitation(
                            Optional.ofNullable(uses.getValue()).orElse(0), validFor.getValue()));
                    close();
                    new ShownOnce("invitations.once", Map.of(Words.of("invitations.link"), link)).open();
                    issued.run();
                }));
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(uses, validFor);
        fields.addClassName("inline-form");
        add(new Paragraph(Words.of("invitations.issue.text")), fields, errors);
        getFooter().add(new Button(Words.of("cancel"), click -> close()), issue);
    }
}
