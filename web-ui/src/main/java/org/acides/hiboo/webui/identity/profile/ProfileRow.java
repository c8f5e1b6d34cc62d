package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.identity.api.queries.MyProfile.Offer;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.shell.Notices;

/** One profile of a member, and what they may do with it. */
final class ProfileRow extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient MyProfiles profiles;
    private final transient MyProfile profile;
    private final transient ServiceDetails service;
    private final Runnable changed;

    ProfileRow(MyProfiles profiles, MyProfile profile, ServiceDetails service, Runnable changed) {
        this.profiles = profiles;
        this.profile = profile;
        this.service = service;
        this.changed = changed;
        addClassName("profile");
        add(Picture.ofProfile(profile), names(), acts());
    }

    private Component names() {
        Span username = new Span(profile.username());
        username.addClassName("username");
        Div first = new Div(username);
        first.addClassName("first");
        if (profile.remembered()) first.add(usual());
        if (profile.offer() != Offer.NONE) first.add(offered());
        int at = profile.alias().indexOf('@');
        Span alias = new Span(
                new Text(profile.alias().substring(0, at)),
                new HtmlComponent("wbr"),
                new Text(profile.alias().substring(at)));
        alias.addClassName("alias");
        Div second = new Div(alias, copy());
        second.addClassName("second");
        Div names = new Div(first, second);
        names.addClassName("names");
        return names;
    }

    private Component usual() {
        Span mark = new Span(Words.of("home.usual"));
        mark.addClassName("mark");
        Button again = new Button(Words.of("home.ask-again"), click -> askAgain());
        again.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        again.setTooltipText(
                Words.of("home.ask-again.why", service.description().name()));
        Span both = new Span(mark, again);
        both.addClassName("usual");
        return both;
    }

    private Component offered() {
        boolean wanted = profile.offer() == Offer.WANTED;
        Span mark = new Span(Words.of(wanted ? "move.wanted" : "move.offered"));
        mark.addClassName("mark");
        Button next = new Button(Words.of(wanted ? "move.confirm" : "move.withdraw"), click -> {
            if (wanted) new ConfirmTransferDialog(profiles, profile, changed).open();
            else withdrawOffer();
        });
        next.addThemeVariants(ButtonVariant.SMALL);
        Span both = new Span(mark, next);
        if (wanted) {
            Button no = new Button(Words.of("move.withdraw"), click -> withdrawOffer());
            no.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            both.add(no);
        }
        both.addClassName("usual");
        return both;
    }

    private void withdrawOffer() {
        if (Notices.attempt(() -> profiles.withdrawOffer(profile.profileId())))
            Notices.done("move.withdrawn", profile.username());
        changed.run();
    }

    private Button copy() {
        Button copy = quiet(VaadinIcon.COPY_O, "home.copy");
        Clipboard.onClick(copy)
                .writeText(
                        profile.alias(),
                        done -> Notices.done("home.copied", profile.alias()),
                        fault -> Notices.refused(Words.of("home.not-copied")));
        return copy;
    }

    private Component acts() {
        Button rename = quiet(VaadinIcon.PENCIL, "home.rename");
        rename.addClickListener(click -> rename());
        rename.setVisible(service.rules().renamable() && service.state() != ServiceState.RETIRED);
        Button delete = quiet(VaadinIcon.TRASH, "home.delete");
        delete.addClickListener(click -> confirmDeletion());
        Button known = quiet(VaadinIcon.EYE, "known.open");
        known.addClickListener(click -> new KnownDialog(profiles, profile, service, changed).open());
        Div acts = new Div(known, rename, delete);
        acts.addClassName("acts");
        return acts;
    }

    private Button quiet(VaadinIcon icon, String key) {
        Button button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(Words.of(key, profile.username()));
        button.setTooltipText(Words.of(key, profile.username()));
        return button;
    }

    private void askAgain() {
        if (Notices.attempt(() -> profiles.askAgain(profile.service()))) {
            Notices.done("home.asks-again", service.description().name());
            changed.run();
        }
    }

    private void rename() {
        new UsernameDialog(
                        Words.of("home.rename", profile.username()),
                        Words.of("home.rename.what", profile.username()),
                        "home.rename.do",
                        profile.username(),
                        service.rules(),
                        name -> {
                            profiles.rename(profile.profileId(), name);
                            Notices.done("home.renamed", name);
                            changed.run();
                        })
                .open();
    }

    private void confirmDeletion() {
        Confirm.ask(
                "home.delete",
                true,
                this::delete,
                profile.username(),
                service.description().name());
    }

    private void delete() {
        if (Notices.attempt(() -> profiles.delete(profile.profileId())))
            Notices.done("home.deleted", profile.username());
        changed.run();
    }
}
