package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import jakarta.annotation.security.PermitAll;
import org.acides.hiboo.webui.i18n.Words;

/** What stands around every view. */
@Layout
@PermitAll
public final class Shell extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private boolean arrived;

    Shell() {
        setPrimarySection(Section.DRAWER);
        addClassName("shell");
        AppLayoutI18n words = new AppLayoutI18n();
        words.setDrawer(Words.of("shell.drawer"));
        setI18n(words);
        addToNavbar(
                skipLink(),
                toggle(),
                brand("small-brand"),
                filler(),
                new LanguageSwitch(),
                new BrightnessSwitch(),
                signOut());
        addToDrawer(brand("wide-brand"), new Scroller(new Menu()));
    }

    private static Component skipLink() {
        Anchor skip = new Anchor("#content", Words.of("shell.skip"));
        skip.setRouterIgnore(true);
        skip.addClassName("skip");
        return skip;
    }

    private static Component toggle() {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(Words.of("shell.toggle"));
        return toggle;
    }

    private static Component filler() {
        Div filler = new Div();
        filler.addClassName("filler");
        return filler;
    }

    private static Component brand(String place) {
        Image owl = new Image("webui/hiboo.svg", "");
        Anchor brand = new Anchor("", owl, new Span("Hiboo"));
        brand.addClassNames("brand", place);
        return brand;
    }

    /** A page of the plain kind, which asks once more and needs no script. */
    private static Component signOut() {
        Span words = new Span(Words.of("shell.sign-out"));
        Anchor out = new Anchor("/sign-out", VaadinIcon.SIGN_OUT.create(), words);
        out.setRouterIgnore(true);
        out.addClassName("sign-out");
        return out;
    }

    /** Whoever cannot see the page change hears its new heading. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (arrived && getContent() instanceof Screen screen) screen.greet();
        arrived = true;
    }
}
