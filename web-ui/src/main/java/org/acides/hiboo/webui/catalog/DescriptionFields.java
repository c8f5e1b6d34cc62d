package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.net.URI;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.FieldErrors;

/** What people read about a service before they enter it, to be typed. */
class DescriptionFields extends FormLayout {

    private final TextField name = new TextField(Words.of("service.name"));
    private final TextField category = new TextField(Words.of("service.category"));
    private final TextField address = new TextField(Words.of("service.address"));
    private final TextField terms = new TextField(Words.of("service.terms"));
    private final TextArea summary = new TextArea(Words.of("service.summary"));
    private final LogoField logo;

    DescriptionFields(AdminActs acts) {
        logo = new LogoField(acts);
        addClassName("form");
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("36rem", 2));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(80);
        category.setMaxLength(40);
        category.setHelperText(Words.of("service.category.help"));
        address.setRequiredIndicatorVisible(true);
        address.setPlaceholder("https://");
        address.setMaxLength(2000);
        terms.setPlaceholder("https://");
        terms.setHelperText(Words.of("service.terms.help"));
        terms.setMaxLength(2000);
        summary.setMaxLength(2000);
        summary.setMinRows(4);
        summary.setValueChangeMode(ValueChangeMode.LAZY);
        summary.addValueChangeListener(change -> summary.setHelperText(
                Words.of("characters.left", 2000 - change.getValue().length())));
        add(name, category, address, terms);
        add(summary, 2);
        add(logo, 2);
    }

    FieldErrors errors(FieldErrors errors) {
        return errors.field("name", name)
                .field("category", category)
                .field("address", address)
                .field("terms", terms)
                .field("summary", summary)
                .field("logo", logo);
    }

    void show(ServiceDescription description) {
        name.setValue(description.name());
        category.setValue(description.category());
        address.setValue(description.address().toString());
        URI agreed = description.terms();
        terms.setValue(agreed == null ? "" : agreed.toString());
        summary.setValue(description.summary());
        String picture = description.logo();
        logo.setValue(picture == null ? "" : picture);
    }

    /** @throws org.acides.hiboo.catalog.api.MalformedField naming the first field that is wrong */
    ServiceDescription typed() {
        return new ServiceDescription(
                name.getValue().strip(),
                summary.getValue().strip(),
                Typed.address("address", address.getValue()),
                category.getValue().strip(),
                logo.getValue().isEmpty() ? null : logo.getValue(),
                terms.getValue().isBlank() ? null : Typed.address("terms", terms.getValue()));
    }

    HasValue<?, ?>[] all() {
        return new HasValue<?, ?>[] {name, category, address, terms, summary, logo};
    }
}
