package org.acides.hiboo.webui.identity.managing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.acides.hiboo.identity.api.commands.ApproveProfile;
import org.acides.hiboo.identity.api.commands.RefuseProfile;
import org.acides.hiboo.identity.api.queries.ProfileRequestRow;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.ReasonDialog;
import org.acides.hiboo.webui.shell.Notices;

/** A request: the name, the message, and the two answers. */
final class RequestRow extends ListItem {

    private static final long serialVersionUID = 1L;

    RequestRow(ProfileRequestRow request, String service, Managing managing, Moments moments, Runnable changed) {
        addClassNames("card", "request");
        Span where = new Span(service);
        where.addClassName("second-line");
        Div head = new Div(new H3(request.username()), where, moments.ago(request.at()));
        head.addClassName("request-head");
        Paragraph message = new Paragraph(request.message());
        message.addClassName("message");
        Button approve = new Button(Words.of("managing.approve"), click -> {
            if (Notices.attempt(() -> managing.send(new ApproveProfile(request.profileId()))))
                Notices.done("managing.approved", request.username());
            changed.run();
        });
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setAriaLabel(Words.of("managing.approve.which", request.username()));
        Button refuse = new Button(
                Words.of("managing.refuse"),
                click -> new ReasonDialog(
                                "managing.refuse",
                                "managing.reason",
                                request.username(),
                                reason -> managing.send(new RefuseProfile(request.profileId(), reason)),
                                changed)
                        .open());
        refuse.setAriaLabel(Words.of("managing.refuse.which", request.username()));
        Div acts = new Div(approve, refuse);
        acts.addClassName("request-acts");
        add(head, message, acts);
    }
}
