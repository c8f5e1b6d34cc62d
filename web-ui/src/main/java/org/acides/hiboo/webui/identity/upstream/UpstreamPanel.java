package org.acides.hiboo.webui.identity.upstream;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.acides.hiboo.identity.api.commands.CloseUpstream;
import org.acides.hiboo.identity.api.commands.OpenUpstream;
import org.acides.hiboo.identity.api.commands.RemoveUpstream;
import org.acides.hiboo.identity.api.queries.UpstreamRow;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.CopyableValue;
import org.acides.hiboo.webui.shell.Notices;

/** One provider: how it stands, and what can be done with it. */
final class UpstreamPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient UpstreamRow provider;
    private final transient AdminActs acts;
    private final Runnable changed;

    UpstreamPanel(UpstreamRow provider, AdminActs acts, Runnable changed) {
        this.provider = provider;
        this.acts = acts;
        this.changed = changed;
        addClassNames("panel", "managed");
        Badge state = new Badge(Words.of(provider.open() ? "upstreams.open" : "upstreams.closed"));
        state.addThemeVariants(provider.open() ? BadgeVariant.SUCCESS : BadgeVariant.CONTRAST);
        Paragraph links = new Paragraph(Words.of("upstreams.links", provider.links()));
        Paragraph trust = new Paragraph(Words.of(provider.trusted() ? "upstreams.trusted" : "upstreams.untrusted"));
        trust.addClassName("hint");
        add(
                new H2(provider.name()),
                state,
                links,
                trust,
                new CopyableValue(
                        Words.of("upstreams.issuer"), provider.issuer().toString()),
                new CopyableValue(Words.of("upstreams.client"), provider.clientId()),
                new CopyableValue(
                        Words.of("upstreams.callback"), provider.callback().toString()),
                acts());
    }

    private Div acts() {
        Button toggle = new Button(Words.of(provider.open() ? "upstreams.close.do" : "upstreams.open.do"), click -> {
            if (provider.open()) Confirm.ask("upstreams.close", false, this::close, provider.name());
            else Confirm.ask("upstreams.open", false, this::open, provider.name());
        });
        toggle.addThemeVariants(ButtonVariant.SMALL);
        Button change = new Button(
                Words.of("upstreams.change"), click -> new ChangeUpstreamDialog(provider, acts, changed).open());
        change.addThemeVariants(ButtonVariant.SMALL);
        change.setAriaLabel(Words.of("upstreams.change.which", provider.name()));
        Button remove = new Button(
                Words.of("upstreams.remove.do"),
                click -> Confirm.ask("upstreams.remove", true, this::remove, provider.name()));
        remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        remove.setVisible(provider.links() == 0);
        Div row = new Div(toggle, change, remove);
        row.addClassName("request-acts");
        return row;
    }

    private void open() {
        act(new OpenUpstream(provider.upstreamId()), "upstreams.opened");
    }

    private void close() {
        act(new CloseUpstream(provider.upstreamId()), "upstreams.was-closed");
    }

    private void remove() {
        act(new RemoveUpstream(provider.upstreamId()), "upstreams.removed");
    }

    private void act(Object command, String done) {
        if (Notices.attempt(() -> acts.send(command))) Notices.done(done, provider.name());
        changed.run();
    }
}
