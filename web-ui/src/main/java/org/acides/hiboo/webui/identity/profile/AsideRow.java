package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.shell.Notices;

/** A profile that does not enter its service now: why, and what the member can do about it. */
final class AsideRow extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient MyProfiles profiles;
    private final transient MyProfile profile;
    private final String service;
    private final Runnable changed;

    AsideRow(MyProfiles profiles, MyProfile profile, String service, Runnable changed) {
        this.profiles = profiles;
        this.profile = profile;
        this.service = service;
        this.changed = changed;
        addClassNames("profile", "aside");
        add(Picture.ofProfile(profile), words(), acts());
    }

    private Component words() {
        String key = "standing." + profile.standing();
        Span username = new Span(profile.username());
        username.addClassName("username");
        Span mark = new Span(Words.of(key));
        mark.addClassName("mark");
        Div first = new Div(username, mark);
        first.addClassName("first");
        Instant end = profile.erasedAfter();
        Paragraph what = new Paragraph(Words.of(key + ".what", service, end == null ? "" : Times.at(end)));
        what.addClassName("hint");
        Div words = new Div(first, what);
        words.addClassName("names");
        if (!profile.reason().isEmpty()) {
            Paragraph reason = new Paragraph(profile.reason());
            reason.addClassName("reason");
            words.add(reason);
        }
        return words;
    }

    private Component acts() {
        Div acts = new Div();
        acts.addClassName("acts");
        switch (profile.standing()) {
            case REQUESTED ->
                acts.add(button("home.withdraw", "home.withdrawn", () -> profiles.withdraw(profile.profileId())));
            case REFUSED ->
                acts.add(button("home.read", "home.put-away", () -> profiles.withdraw(profile.profileId())));
            case DELETED ->
                acts.add(button("home.undo", "home.undone", () -> profiles.undoDeletion(profile.profileId())));
            case SUSPENDED -> acts.add(delete());
            case CONTESTED -> acts.add(answer());
            case LEAVING -> acts.setVisible(false);
            case LIVE -> throw new IllegalStateException("a live profile has a row of its own");
        }
        return acts;
    }

    private Button button(String key, String done, Runnable act) {
        Button button = new Button(Words.of(key), click -> {
            if (Notices.attempt(act)) Notices.done(done, profile.username());
            changed.run();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(Words.of(key + ".which", profile.username()));
        return button;
    }

    private Button answer() {
        Button answer = new Button(
                Words.of("contested.answer.do"),
                click -> new AnswerContestDialog(profiles, profile, service, changed).open());
        answer.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
        answer.setAriaLabel(Words.of("contested.answer.title", profile.username()));
        return answer;
    }

    private Button delete() {
        Button delete = new Button(
                Words.of("home.delete.do"),
                click -> Confirm.ask(
                        "home.delete",
                        true,
                        () -> {
                            if (Notices.attempt(() -> profiles.delete(profile.profileId())))
                                Notices.done("home.deleted", profile.username());
                            changed.run();
                        },
                        profile.username(),
                        service));
        delete.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        delete.setAriaLabel(Words.of("home.delete", profile.username()));
        return delete;
    }
}
