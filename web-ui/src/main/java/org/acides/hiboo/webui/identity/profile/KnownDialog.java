package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.queries.KnownOfMe;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.ShownOnce;
import org.acides.hiboo.webui.shell.Notices;
import org.jspecify.annotations.Nullable;

/** What a service knows of a profile, and the ways to be known less. */
final class KnownDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient MyProfiles profiles;
    private final transient MyProfile profile;
    private final String service;
    private final Runnable changed;

    KnownDialog(MyProfiles profiles, MyProfile profile, ServiceDetails details, Runnable changed) {
        this.profiles = profiles;
        this.profile = profile;
        this.service = details.description().name();
        this.changed = changed;
        setHeaderTitle(Words.of("known.title", service, profile.username()));
        setWidth("min(36rem, 95vw)");
        addClassName("known");
        profiles.known(profile.profileId()).ifPresent(known -> {
            add(facts(known), new Paragraph(Words.of("known.nothing-else", service)));
            add(act("known.leave", () -> leave(), false));
            if (!known.silenced()) add(act("known.silence", () -> silence(), false));
        });
        add(act("move", () -> offer(), false));
        add(act("escape", () -> escape(details), true));
        getFooter().add(new Button(Words.of("shell.close"), click -> close()));
    }

    private DescriptionList facts(KnownOfMe known) {
        DescriptionList facts = new DescriptionList();
        fact(facts, "known.username", known.username());
        fact(facts, "known.alias", known.silenced() ? Words.of("known.silenced", known.alias()) : known.alias());
        fact(facts, "known.subject", known.subject());
        fact(
                facts,
                "known.scopes",
                known.scopes().isEmpty() ? Words.of("known.no-scopes") : String.join(", ", known.scopes()));
        fact(facts, "known.sign-ins", Words.of("known.sign-ins.count", known.signIns()));
        if (known.offline()) fact(facts, "known.offline", Words.of("known.offline.what"));
        fact(facts, "known.last", day(known.lastEntered()));
        return facts;
    }

    private static void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(Words.of(key)), new DescriptionList.Description(value));
    }

    private String day(@Nullable LocalDate day) {
        if (day == null) return Words.of("known.never");
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .format(day);
    }

    private Div act(String key, Runnable act, boolean grave) {
        Button button = new Button(Words.of(key + ".do"), click -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        if (grave) button.addThemeVariants(ButtonVariant.ERROR);
        Paragraph what = new Paragraph(Words.of(key + ".what", service));
        what.addClassName("hint");
        Div part = new Div(new H3(Words.of(key + ".head")), what, button);
        part.addClassName("known-act");
        return part;
    }

    private void leave() {
        finish("known.left", () -> profiles.leave(profile.profileId()));
    }

    private void silence() {
        ConfirmDialog ask = new ConfirmDialog(
                Words.of("known.silence.ask"),
                Words.of("known.silence.what", service),
                Words.of("known.silence.do"),
                sure -> finish("known.is-silent", () -> profiles.silence(profile.profileId())));
        ask.setCancelable(true);
        ask.setCancelText(Words.of("home.cancel"));
        ask.open();
    }

    private void offer() {
        Notices.attempt(() -> {
            String code = profiles.offer(profile.profileId());
            close();
            new ShownOnce("move.once", Map.of(Words.of("move.code"), code)).open();
        });
        changed.run();
    }

    private void escape(ServiceDetails details) {
        close();
        new EscapeDialog(profiles, profile, details, changed).open();
    }

    private void finish(String done, Runnable act) {
        if (Notices.attempt(act)) {
            Notices.done(done, service);
            close();
        }
        changed.run();
    }
}
