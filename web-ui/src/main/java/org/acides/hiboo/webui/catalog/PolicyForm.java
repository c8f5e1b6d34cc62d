package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Optional;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.SetProfilePolicy;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Unsaved;

/** How profiles of a service come to be, and how many an account may have. */
class PolicyForm extends Div {

    PolicyForm(ServiceDetails service, AdminActs acts, Unsaved unsaved) {
        RadioButtonGroup<ProfilePolicy> policy = new RadioButtonGroup<>(Words.of("service.policy"));
        policy.setItems(ProfilePolicy.values());
        policy.setRenderer(new ComponentRenderer<>(this::words));
        policy.addClassName("stacked");
        policy.setValue(service.policy());
        IntegerField quota = new IntegerField(Words.of("service.quota"));
        quota.setHelperText(Words.of("service.quota.help"));
        quota.setStepButtonsVisible(true);
        quota.setMin(1);
        quota.setMax(20);
        quota.setValue(service.quota());
        FormFoot foot = new FormFoot(
                unsaved,
                new HasValue<?, ?>[] {policy, quota},
                () -> acts.send(new SetProfilePolicy(
                        service.serviceId(),
                        policy.getValue(),
                        Optional.ofNullable(quota.getValue()).orElse(0))));
        foot.errors.field("quota", quota).refusal("service.quota-out-of-range", "quota");
        if (service.state() == ServiceState.RETIRED) foot.lock();
        addClassName("policy-form");
        add(new Paragraph(Words.of("service.policy.about")), policy, quota, foot);
    }

    private Div words(ProfilePolicy policy) {
        Span name = new Span(Words.of("policy." + policy));
        Span about = new Span(Words.of("policy." + policy + ".about"));
        about.addClassName("second-line");
        return new Div(name, about);
    }
}
