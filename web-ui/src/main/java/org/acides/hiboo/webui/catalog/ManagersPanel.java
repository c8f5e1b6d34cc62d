package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.EntrustService;
import org.acides.hiboo.identity.api.commands.TakeServiceBack;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.identity.api.queries.FindAccounts;
import org.acides.hiboo.identity.api.queries.FindServiceManagers;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** Who decides on a service's profiles, besides admins. */
class ManagersPanel extends Div {

    private final Answers answers;
    private final AdminActs acts;
    private final ServiceRef service;
    private final UnorderedList rows = new UnorderedList();

    ManagersPanel(ServiceId id, Answers answers, AdminActs acts) {
        this.service = new ServiceRef(id.value());
        this.answers = answers;
        this.acts = acts;
        TextField login = new TextField(Words.of("managers.login"));
        login.setMaxLength(200);
        login.setErrorMessage(Words.of("managers.nobody"));
        login.setManualValidation(true);
        FieldErrors errors = new FieldErrors();
        Button add = new Button(Words.of("managers.add"), click -> {
            Optional<AccountRow> found = find(login.getValue());
            login.setInvalid(found.isEmpty());
            if (found.isEmpty()) return;
            if (!errors.attempt(() -> acts.send(new EntrustService(found.get().accountId(), service)))) return;
            login.clear();
            show();
        });
        Div form = new Div(login, add);
        form.addClassName("inline-form");
        rows.addClassName("managed-profiles");
        add(new Paragraph(Words.of("managers.about")), rows, form, errors);
        show();
    }

    private Optional<AccountRow> find(String login) {
        if (login.isBlank()) return Optional.empty();
        List<AccountRow> found = answers.all(new FindAccounts(login.strip(), 0, 2), AccountRow.class);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void show() {
        rows.removeAll();
        for (AccountRow manager : answers.all(new FindServiceManagers(service), AccountRow.class)) {
            Button remove = new Button(Words.of("managers.remove"), click -> {
                Notices.attempt(() -> acts.send(new TakeServiceBack(manager.accountId(), service)));
                show();
            });
            remove.addThemeVariants(ButtonVariant.SMALL);
            remove.setAriaLabel(Words.of("managers.remove.which", manager.loginName()));
            ListItem row = new ListItem(new Span(manager.loginName()), remove);
            row.addClassName("managed-profile");
            rows.add(row);
        }
    }
}
