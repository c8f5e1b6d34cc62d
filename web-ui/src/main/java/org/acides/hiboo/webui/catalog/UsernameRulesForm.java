package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.catalog.api.commands.SetUsernameRules;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Unsaved;

/** What the application takes as a username, with a field to try one before it is decided. */
class UsernameRulesForm extends Div {

    private final TextField pattern = new TextField(Words.of("rules.pattern"));
    private final IntegerField shortest = new IntegerField(Words.of("rules.shortest"));
    private final IntegerField longest = new IntegerField(Words.of("rules.longest"));
    private final TextArea reserved = new TextArea(Words.of("rules.reserved"));
    private final Checkbox renamable = new Checkbox(Words.of("rules.renamable"));
    private final TextField trial = new TextField(Words.of("rules.try"));
    private final Div verdict = new Div();

    UsernameRulesForm(ServiceDetails service, AdminActs acts, Unsaved unsaved) {
        show(service.rules());
        pattern.setHelperText(Words.of("rules.pattern.help"));
        pattern.addClassName("code");
        reserved.setHelperText(Words.of("rules.reserved.help"));
        reserved.setMaxRows(8);
        shortest.setStepButtonsVisible(true);
        longest.setStepButtonsVisible(true);
        FormLayout form = new FormLayout(shortest, longest, renamable);
        form.setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("36rem", 2));
        form.addClassName("form");
        form.setColspan(renamable, 2);
        form.addComponentAtIndex(0, pattern);
        form.setColspan(pattern, 2);
        form.add(reserved, 2);
        HasValue<?, ?>[] fields = {pattern, shortest, longest, reserved, renamable};
        FormFoot foot =
                new FormFoot(unsaved, fields, () -> acts.send(new SetUsernameRules(service.serviceId(), typed())));
        foot.errors.field("pattern", pattern).field("lengths", longest).field("reserved", reserved);
        if (service.state() == ServiceState.RETIRED) foot.lock();
        add(form, tryIt(), foot);
        for (HasValue<?, ?> field : fields) field.addValueChangeListener(change -> judge());
    }

    private Div tryIt() {
        trial.setHelperText(Words.of("rules.try.help"));
        trial.setValueChangeMode(ValueChangeMode.LAZY);
        trial.setMaxLength(200);
        trial.addValueChangeListener(change -> judge());
        verdict.getElement().setAttribute("aria-live", "polite");
        verdict.addClassName("verdict");
        Div box = new Div(trial, verdict);
        box.addClassName("try-it");
        return box;
    }

    /** Judges the tried name by the rules as typed, saved or not. */
    private void judge() {
        verdict.removeClassNames("fine", "refused");
        verdict.setText("");
        if (trial.isEmpty()) return;
        try {
            UsernameRules rules = typed();
            Optional<String> no = rules.refusal(trial.getValue());
            verdict.addClassName(no.isPresent() ? "refused" : "fine");
            verdict.setText(no.map(code -> Words.of("rules.refused." + code, rules.minLength(), rules.maxLength()))
                    .orElseGet(() -> Words.of("rules.fine")));
        } catch (MalformedField unfinished) {
            verdict.addClassName("refused");
            verdict.setText(Words.of("malformed." + unfinished.field()));
        }
    }

    private void show(UsernameRules rules) {
        pattern.setValue(rules.pattern());
        shortest.setValue(rules.minLength());
        longest.setValue(rules.maxLength());
        reserved.setValue(Typed.text(rules.reserved()));
        renamable.setValue(rules.renamable());
    }

    private UsernameRules typed() {
        return new UsernameRules(
                pattern.getValue(),
                Optional.ofNullable(shortest.getValue()).orElse(0),
                Optional.ofNullable(longest.getValue()).orElse(0),
                Typed.lines(reserved.getValue()),
                renamable.getValue());
    }
}
