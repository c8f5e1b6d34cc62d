package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.catalog.api.commands.OfferRegistration;
import org.acides.hiboo.catalog.api.queries.FindServicesWithoutClient;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.kit.ShownOnce;
import org.acides.hiboo.webui.kit.ValidFor;

/** For which service, how many times, how long; then the token, once. */
class OfferDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MOST_USES = 1000;

    private final ComboBox<ServiceRow> service = new ComboBox<>(Words.of("offers.service"));
    private final Checkbox opens = new Checkbox(Words.of("offers.opens"));
    private final IntegerField uses = new IntegerField(Words.of("offers.uses"));
    private final ValidFor validFor = new ValidFor(Duration.ofDays(1));

    OfferDialog(Answers answers, AdminActs acts, Runnable issued) {
        setHeaderTitle(Words.of("offers.issue"));
        setWidth("min(34rem, 95vw)");
        fields(answers);
        FieldErrors errors = new FieldErrors()
                .field("uses", uses)
                .field("validFor", validFor)
                .refusal("offer.uses-out-of-range", "uses")
                .refusal("offer.valid-for-out-of-range", "validFor");
        Button issue = new Button(
                Words.of("offers.issue.do"),
                click -> errors.attempt(() -> {
                    String token = acts.send(typed());
                    close();
                    new ShownOnce("offers.once", Map.of(Words.of("offers.token"), token)).open();
                    issued.run();
                }));
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(uses, validFor);
        row.addClassName("inline-form");
        Div form = new Div(new Paragraph(Words.of("offers.issue.text")), service, opens, row, errors);
        form.addClassName("policy-form");
        add(form);
        getFooter().add(new Button(Words.of("cancel"), click -> close()), issue);
    }

    private void fields(Answers answers) {
        service.setItems(answers.all(new FindServicesWithoutClient(), ServiceRow.class));
        service.setItemLabelGenerator(ServiceRow::name);
        service.setPlaceholder(Words.of("offers.service.new"));
        service.setHelperText(Words.of("offers.service.help"));
        service.setClearButtonVisible(true);
        service.setWidthFull();
        service.addValueChangeListener(change -> {
            boolean fresh = change.getValue() == null;
            opens.setVisible(fresh);
            uses.setEnabled(fresh);
            if (!fresh) uses.setValue(1);
        });
        opens.setHelperText(Words.of("offers.opens.help"));
        uses.setMin(1);
        uses.setMax(MOST_USES);
        uses.setValue(1);
        uses.setStepButtonsVisible(true);
    }

    private OfferRegistration typed() {
        ServiceRow chosen = service.getValue();
        return new OfferRegistration(
                chosen == null ? null : chosen.serviceId(),
                chosen == null && opens.getValue(),
                Optional.ofNullable(uses.getValue()).orElse(0),
                validFor.getValue());
    }
}
