package org.acides.hiboo.webui.identity.managing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.queries.FindServiceProfiles;
import org.acides.hiboo.identity.api.queries.ServiceProfileRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.Lists;
import org.acides.hiboo.webui.kit.ReasonDialog;
import org.acides.hiboo.webui.shell.Notices;

/** A service's profiles by username, to suspend one or to let it in again. */
final class ServiceProfiles extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Managing managing;
    private final transient Answers answers;
    private final ServiceId service;
    private final TextField search = Lists.search(Words.of("managing.profiles.search"));
    private final UnorderedList rows = new UnorderedList();
    private final Paragraph nothing = new Paragraph();

    ServiceProfiles(ServiceId service, Managing managing, Answers answers) {
        this.service = service;
        this.managing = managing;
        this.answers = answers;
        search.setHelperText(Words.of("managing.profiles.help"));
        search.addValueChangeListener(typed -> show());
        rows.addClassName("managed-profiles");
        nothing.addClassName("hint");
        add(search, nothing, rows);
        show();
    }

    private void show() {
        List<ServiceProfileRow> found = answers.all(
                new FindServiceProfiles(new ServiceRef(service.value()), search.getValue()), ServiceProfileRow.class);
        rows.removeAll();
        found.forEach(profile -> rows.add(row(profile)));
        nothing.setText(Words.of(search.isEmpty() ? "managing.profiles.none-suspended" : "managing.profiles.none"));
        nothing.setVisible(found.isEmpty());
    }

    private ListItem row(ServiceProfileRow profile) {
        Span name = new Span(profile.username());
        name.addClassName("username");
        ListItem row = new ListItem(name);
        row.addClassName("managed-profile");
        if (profile.suspended()) {
            Span mark = new Span(Words.of("standing.SUSPENDED"));
            mark.addClassName("mark");
            row.add(mark);
        }
        row.add(profile.suspended() ? restore(profile) : suspend(profile));
        return row;
    }

    private Button suspend(ServiceProfileRow profile) {
        return button(
                "managing.suspend",
                profile,
                () -> new ReasonDialog(
                                "managing.suspend",
                                "managing.reason",
                                profile.username(),
                                reason -> managing.judge(new SuspendProfile(profile.profileId(), reason)),
                                this::show)
                        .open());
    }

    private Button restore(ServiceProfileRow profile) {
        return button(
                "managing.restore",
                profile,
                () -> Confirm.ask(
                        "managing.restore",
                        false,
                        () -> {
                            if (Notices.attempt(() -> managing.judge(new RestoreProfile(profile.profileId()))))
                                Notices.done("managing.restore.done", profile.username());
                            show();
                        },
                        profile.username()));
    }

    private static Button button(String key, ServiceProfileRow profile, Runnable act) {
        Button button = new Button(Words.of(key + ".do"), click -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(Words.of(key + ".which", profile.username()));
        return button;
    }
}
