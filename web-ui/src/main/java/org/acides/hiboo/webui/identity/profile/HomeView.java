package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.acides.hiboo.webui.shell.Screen;

/** A member's profiles, service by service, and the services to join. */
@Route("")
@Menu(title = "home.title", order = 0, icon = "vaadin:users")
@PermitAll
class HomeView extends Screen {

    private static final long serialVersionUID = 1L;

    HomeView() {
        super("home.title", "home.lead");
    }
}
