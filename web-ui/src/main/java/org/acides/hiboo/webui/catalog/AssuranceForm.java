package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.SetRequiredAssurance;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Unsaved;

/** How surely whoever enters a service must be known. */
class AssuranceForm extends Div {

    AssuranceForm(ServiceDetails service, AdminActs acts, Unsaved unsaved) {
        RadioButtonGroup<Assurance> assurance = new RadioButtonGroup<>(Words.of("service.assurance"));
        assurance.setItems(Assurance.values());
        assurance.setRenderer(new ComponentRenderer<>(AssuranceForm::words));
        assurance.addClassName("stacked");
        assurance.setValue(service.assurance());
        FormFoot foot = new FormFoot(
                unsaved,
                new HasValue<?, ?>[] {assurance},
                () -> acts.send(new SetRequiredAssurance(service.serviceId(), assurance.getValue())));
        if (service.state() == ServiceState.RETIRED) foot.lock();
        addClassName("policy-form");
        add(
                new H2(Words.of("service.assurance.title")),
                new Paragraph(Words.of("service.assurance.about")),
                assurance,
                foot);
    }

    private static Div words(Assurance assurance) {
        Span about = new Span(Words.of("assurance." + assurance + ".about"));
        about.addClassName("second-line");
        return new Div(new Span(Words.of("assurance." + assurance)), about);
    }
}
