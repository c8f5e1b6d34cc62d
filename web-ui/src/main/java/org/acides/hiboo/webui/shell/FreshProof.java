package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.UI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.infrastructure.api.Refused;

/** Leads whoever must prove again that it is them to the sign-in, and from there back to the screen they are at. */
public final class FreshProof {

    private FreshProof() {}

    /** Whether that was all that the refusal said: then the browser is on its way. */
    public static boolean ledBy(Refused refusal) {
        if (!refusal.code().equals("authentication.stale")) return false;
        UI ui = UI.getCurrent();
        String here = "/" + ui.getActiveViewLocation().getPathWithQueryParameters();
        ui.getPage().setLocation("/sign-in?again=true&continue=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
        return true;
    }
}
