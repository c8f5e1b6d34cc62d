package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.i18n.Words;

/**
 * Asks whoever must prove again that it is them to do so in another tab. Their session goes on there, and so does this
 * screen, with whatever was typed.
 */
public final class FreshProof {

    private FreshProof() {}

    /** Whether that was all that the refusal said: then it was asked for. */
    public static boolean askedFor(Refused refusal) {
        if (!refusal.code().equals("authentication.stale")) return false;
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Words.of("fresh.title"));
        dialog.setWidth("min(30rem, 95vw)");
        dialog.add(new Paragraph(Words.of("fresh.text")));
        Anchor prove = new Anchor(signIn(), Words.of("fresh.do"));
        prove.setTarget("_blank");
        prove.setRouterIgnore(true);
        prove.addClassName("button-link");
        prove.getElement().addEventListener("click", followed -> dialog.close());
        dialog.getFooter().add(new Button(Words.of("home.cancel"), click -> dialog.close()), prove);
        dialog.open();
        return true;
    }

    private static String signIn() {
        String here = "/" + UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
        return "/sign-in?again=true&continue=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }
}
