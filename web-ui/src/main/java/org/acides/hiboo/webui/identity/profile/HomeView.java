package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.identity.managing.ManagedNote;
import org.acides.hiboo.webui.identity.managing.Managing;
import org.acides.hiboo.webui.shell.Screen;

/** A member's profiles, service by service, and the services to join. */
@Route("")
@Menu(title = "home.title", order = 0, icon = "vaadin:users")
@PermitAll
final class HomeView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient MyProfiles profiles;
    private final Div mine = new Div();
    private final Div others = new Div();
    private final Div managed = new Div();
    private final transient Managing managing;
    private final Div old = new Div();
    private final Div contests = new Div();

    HomeView(MyProfiles profiles, Managing managing) {
        super("home.title", "home.lead");
        this.profiles = profiles;
        this.managing = managing;
        mine.addClassName("my-services");
        old.addClassName("old-accounts");
        add(managed, contests, mine, old, others);
        show();
    }

    private void show() {
        List<MyService> services = profiles.list();
        managed.removeAll();
        if (managing.mayManage()) managed.add(new ManagedNote(managing));
        contests.removeAll();
        profiles.contestNotes().forEach(contests::add);
        mine.removeAll();
        services.forEach(service -> mine.add(new MyServiceCard(profiles, service, this::show)));
        Paragraph none = new Paragraph(Words.of("home.none"));
        none.addClassName("note");
        none.setVisible(services.isEmpty());
        mine.add(none);
        Button receive = new Button(Words.of("move.receive"), click -> new ReceiveDialog(profiles).open());
        receive.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        receive.addClassName("receive");
        mine.add(receive);
        old.removeAll();
        profiles.claimable().forEach(service -> old.add(new ClaimLink(service)));
        old.add(new MovingLink("arriving"), new MovingLink("leaving"));
        others.removeAll();
        others.add(new OpenServices(
                profiles,
                services.stream().map(one -> one.service().serviceId()).collect(Collectors.toSet()),
                this::show));
    }
}
