package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.CloseService;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RetireService;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.shell.Notices;

/** Whether members may enter, and the buttons that change it; each says first what follows. */
class StatePanel extends Div {

    private final ServiceId id;
    private final String name;
    private final AdminActs acts;
    private final Consumer<ServiceState> changed;

    StatePanel(ServiceDetails service, AdminActs acts, Consumer<ServiceState> changed) {
        this.id = service.serviceId();
        this.name = service.description().name();
        this.acts = acts;
        this.changed = changed;
        addClassName("state-panel");
        show(service.state());
    }

    private void show(ServiceState state) {
        removeAll();
        Badge badge = ServiceFace.state(state);
        add(badge);
        if (state == ServiceState.RETIRED) return;
        if (state == ServiceState.CLOSED) {
            Button open = button("service.open", false, new OpenService(id), ServiceState.OPEN);
            open.addThemeVariants(ButtonVariant.PRIMARY);
            Button retire = button("service.retire", true, new RetireService(id), ServiceState.RETIRED);
            retire.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
            add(open, retire);
        } else {
            add(button("service.close", true, new CloseService(id), ServiceState.CLOSED));
        }
    }

    private Button button(String key, boolean grave, Object command, ServiceState then) {
        return new Button(
                Words.of(key + ".do"), click -> Confirm.ask(key, grave, () -> enter(key, command, then), name));
    }

    private void enter(String key, Object command, ServiceState then) {
        if (!Notices.attempt(() -> acts.send(command))) return;
        Notices.done(key + ".done", name);
        show(then);
        changed.accept(then);
    }
}
