package org.acides.hiboo.webui.identity.session;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.UnlinkIdentity;
import org.acides.hiboo.identity.api.queries.MyLink;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Notices;

/** One provider, and the way to link an identity there, or to unlink it. */
final class LinkRow extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient MyLink link;
    private final transient Commands commands;
    private final Runnable changed;

    LinkRow(MyLink link, Commands commands, Runnable changed) {
        this.link = link;
        this.commands = commands;
        this.changed = changed;
        addClassNames("card", "factor");
        Span title = new Span(link.provider());
        title.addClassName("device");
        Span mark = new Span(Words.of("links.closed"));
        mark.addClassName("mark");
        mark.setVisible(!link.open());
        Instant since = link.linkedAt();
        Span times = new Span(since == null ? Words.of("links.not") : Words.of("links.since", Times.at(since)));
        times.addClassName("times");
        Div names = new Div(new Div(title, mark), times);
        names.addClassName("names");
        LinkId linked = link.linkId();
        Div acts = new Div(linked == null ? linking() : unlinking(linked));
        acts.addClassName("acts");
        add(VaadinIcon.CONNECT_O.create(), names, acts);
    }

    private Component linking() {
        Anchor add = new Anchor(
                "/factors/elsewhere?with=" + link.upstreamId() + "&continue=/sessions", Words.of("links.add"));
        add.setRouterIgnore(true);
        add.getElement().setAttribute("aria-label", Words.of("links.add.which", link.provider()));
        return add;
    }

    private Component unlinking(LinkId linked) {
        Button remove = new Button(
                Words.of("links.remove.do"),
                click -> Confirm.ask("links.remove", true, () -> unlink(linked), link.provider()));
        remove.addThemeVariants(ButtonVariant.SMALL);
        remove.setAriaLabel(Words.of("links.remove.which", link.provider()));
        return remove;
    }

    private void unlink(LinkId linked) {
        SignedIn me = Me.now();
        if (Notices.attempt(() -> commands.send(new UnlinkIdentity(me.account(), me.session(), linked), me.asMember())))
            Notices.done("links.removed", link.provider());
        changed.run();
    }
}
