package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.acides.hiboo.captcha.api.commands.RetireSite;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.shell.Notices;

/** How a site stands, and the way to end it. */
final class SiteStanding extends Div {

    private static final long serialVersionUID = 1L;

    private final String home;
    private final transient SiteActs acts;
    private final Span state = new Span();

    /** @param home address of the list that the site belongs to */
    SiteStanding(String home, SiteActs acts) {
        this.home = home;
        this.acts = acts;
        addClassName("state-panel");
    }

    void show(SiteRow site) {
        removeAll();
        stateIs(site);
        add(state);
        if (site.retired()) return;
        Button retire = new Button(
                Words.of("captcha.retire.do"),
                click -> Confirm.ask(
                        "captcha.retire",
                        true,
                        () -> retire(site),
                        site.settings().name()));
        retire.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        add(retire);
    }

    /** Follows it while its pressure is looked at; the button stays as it is, with the focus that it may have. */
    void stateIs(SiteRow site) {
        if (state.getElement().getTextRecursively().equals(SiteFace.words(site))) return;
        state.removeAll();
        state.add(SiteFace.state(site));
    }

    private void retire(SiteRow site) {
        if (!Notices.attempt(() -> acts.send(new RetireSite(site.siteId())))) return;
        Notices.done("captcha.retire.done", site.settings().name());
        getUI().ifPresent(ui -> ui.navigate(home));
    }
}
