package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.queries.FindService;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.kit.Page;
import org.acides.hiboo.webui.kit.Unsaved;
import org.acides.hiboo.webui.shell.Notices;

/** Puts a service into the catalogue, and goes on to its page as soon as the catalogue's list knows it. */
@Route("admin/services/new")
@RolesAllowed("ADMIN")
class RegisterServiceView extends Page implements BeforeLeaveObserver {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(80);
    private static final int LOOKS = 60;

    private final Answers answers;
    private final AdminActs acts;
    private final TextField slug = new TextField(Words.of("service.slug"));
    private final DescriptionFields description;
    private final FieldErrors errors = new FieldErrors();
    private final Button register = new Button(Words.of("service.register"), click -> register());
    private final ProgressBar waiting = new ProgressBar();
    private final Unsaved unsaved = new Unsaved(this);

    /** Chosen once, so that a double click registers one service. */
    private final ServiceId id = ServiceId.random();

    RegisterServiceView(Answers answers, AdminActs acts) {
        super("service.new");
        this.answers = answers;
        this.acts = acts;
        description = new DescriptionFields(acts);
        slug.setHelperText(Words.of("service.slug.help"));
        slug.setMaxLength(40);
        slug.setRequiredIndicatorVisible(true);
        slug.setAutofocus(true);
        description.addComponentAsFirst(slug);
        description.setColspan(slug, 2);
        description
                .errors(errors)
                .field("slug", slug)
                .refusal("service.slug-taken", "slug")
                .refusal("service.slug-malformed", "slug");
        unsaved.watch(slug);
        unsaved.watch(description.all());
        register.addThemeVariants(ButtonVariant.PRIMARY);
        register.setDisableOnClick(true);
        waiting.setIndeterminate(true);
        waiting.setVisible(false);
        Div foot = new Div(errors, register, waiting);
        foot.addClassName("form-foot");
        Div panel = new Div(description, foot);
        panel.addClassName("panel");
        add(panel);
    }

    private void register() {
        boolean done = errors.attempt(() -> acts.send(new RegisterService(id, shortName(), description.typed())));
        if (!done) {
            register.setEnabled(true);
            return;
        }
        unsaved.settle(slug);
        unsaved.settle(description.all());
        waiting.setVisible(true);
        look(LOOKS);
    }

    /** The first field is judged first. */
    private String shortName() {
        String typed = slug.getValue().strip();
        if (typed.isEmpty()) throw new Refused("service.slug-malformed");
        return typed;
    }

    /** The list follows the command by a moment; the person need not know. */
    private void look(int left) {
        if (left == 0) {
            Notices.done("service.registered-soon-listed");
            getUI().ifPresent(ui -> ui.navigate(ServicesView.class));
        } else if (answers.find(new FindService(id), ServiceDetails.class).isPresent()) {
            Notices.done("service.registered");
            getUI().ifPresent(ui -> ui.navigate(ServiceView.address(id)));
        } else {
            getUI().ifPresent(ui -> ui.triggerAfter(BETWEEN_LOOKS, () -> look(left - 1)));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        unsaved.beforeLeave(leaving);
    }
}
