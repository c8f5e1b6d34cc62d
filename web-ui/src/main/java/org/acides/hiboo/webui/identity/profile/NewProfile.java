package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.shell.Notices;

/** The button that makes a profile, or why there is none. */
final class NewProfile {

    private NewProfile() {}

    static Component offer(
            MyProfiles profiles, ServiceId service, String name, int quota, Joining joining, Runnable changed) {
        if (joining == Joining.ON_APPROVAL) return asking(profiles, service, name, quota, changed);
        if (!joining.atOnce()) {
            Paragraph why = new Paragraph(Words.of(joining.key(), quota));
            why.addClassName("hint");
            return why;
        }
        Button create = new Button(Words.of("home.new"), VaadinIcon.PLUS.create());
        create.addThemeVariants(ButtonVariant.SMALL);
        create.setAriaLabel(Words.of("home.new.on", name));
        create.addClickListener(click -> profiles.find(service)
                .ifPresentOrElse(
                        details -> dialog(profiles, details, changed).open(),
                        () -> Notices.refused(Words.of("refused.service.unknown"))));
        return create;
    }

    private static Component asking(MyProfiles profiles, ServiceId service, String name, int quota, Runnable changed) {
        Button ask = new Button(Words.of("home.ask"), VaadinIcon.ENVELOPE_O.create());
        ask.addThemeVariants(ButtonVariant.SMALL);
        ask.setAriaLabel(Words.of("home.ask.on", name));
        ask.setTooltipText(Words.of(Joining.ON_APPROVAL.key(), quota));
        ask.addClickListener(click -> profiles.find(service)
                .ifPresentOrElse(
                        details -> new RequestDialog(profiles, details, changed).open(),
                        () -> Notices.refused(Words.of("refused.service.unknown"))));
        return ask;
    }

    private static UsernameDialog dialog(MyProfiles profiles, ServiceDetails service, Runnable changed) {
        ProfileId fresh = ProfileId.random();
        String name = service.description().name();
        return new UsernameDialog(
                Words.of("home.new.on", name),
                Words.of("home.new.what", name),
                "home.new.do",
                "",
                service.rules(),
                username -> {
                    profiles.create(fresh, service.serviceId(), username);
                    Notices.done("home.created", username, name);
                    changed.run();
                });
    }
}
