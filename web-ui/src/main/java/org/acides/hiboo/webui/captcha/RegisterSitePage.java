package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import java.time.Duration;
import java.util.List;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.commands.IssueSiteSecret;
import org.acides.hiboo.captcha.api.commands.IssuedSiteSecret;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.captcha.api.queries.FindChallengeKinds;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.kit.Page;
import org.acides.hiboo.webui.kit.ShownOnce;
import org.acides.hiboo.webui.kit.Unsaved;

/** Registers a site, shows its key and its secret once, and goes on to its page. */
abstract class RegisterSitePage extends Page implements BeforeLeaveObserver {

    private static final long serialVersionUID = 1L;
    private static final List<String> USUAL = List.of("pow", "image", "audio");

    private final String home;
    private final transient SiteActs acts;
    private final String address;
    private final SiteFields fields;
    private final ComboBox<SiteActs.Owner> service = new ComboBox<>(Words.of("captcha.site.service"));
    private final FieldErrors errors = new FieldErrors();
    private final Button register = new Button(Words.of("captcha.site.register"), click -> register());
    private final Unsaved unsaved = new Unsaved(this);

    /** Chosen once, so that a double click registers one site. */
    private final SiteId id = SiteId.random();

    /**
     * @param home address of the list that it belongs to
     * @param help words about the service that the site may, or must, belong to
     */
    RegisterSitePage(String home, String help, Answers answers, SiteActs acts, String address) {
        super("captcha.new");
        this.home = home;
        this.acts = acts;
        this.address = address;
        List<String> known = answers.all(new FindChallengeKinds(), String.class);
        fields = new SiteFields(known);
        fields.propose(USUAL.stream().filter(known::contains).toList());
        fields.errors(errors);
        service.setHelperText(Words.of(help));
        service.setClearButtonVisible(true);
        service.setItemLabelGenerator(SiteActs.Owner::name);
        service.setItems(query -> acts.owners(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        errors.field("service", service).refusal("site.not-yours", "service");
        fields.add(service, 2);
        unsaved.watch(fields.all());
        register.addThemeVariants(ButtonVariant.PRIMARY);
        register.setDisableOnClick(true);
        Div foot = new Div(errors, register);
        foot.addClassName("form-foot");
        Div panel = new Div(fields, foot);
        panel.addClassName("panel");
        add(panel);
    }

    private void register() {
        boolean done = errors.attempt(() -> {
            SiteActs.Owner owner = service.getValue();
            acts.send(new RegisterSite(id, owner == null ? null : owner.service(), fields.typed()));
            IssuedSiteSecret issued = acts.send(new IssueSiteSecret(id, Duration.ZERO));
            unsaved.settle(fields.all());
            ShownOnce once = SiteSecretShown.once(issued, address);
            once.addOpenedChangeListener(change -> {
                if (!change.isOpened()) getUI().ifPresent(ui -> ui.navigate(home + "/" + id));
            });
            once.open();
        });
        if (!done) register.setEnabled(true);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        unsaved.beforeLeave(leaving);
    }
}
