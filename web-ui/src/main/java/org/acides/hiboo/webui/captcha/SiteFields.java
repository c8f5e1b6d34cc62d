package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;

/** What is decided about a site, to be typed. */
final class SiteFields extends FormLayout {

    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField(Words.of("captcha.site.name"));
    private final TextArea domains = new TextArea(Words.of("captcha.site.domains"));
    private final CheckboxGroup<String> kinds = new CheckboxGroup<>(Words.of("captcha.site.kinds"));
    private final Select<String> first = new Select<>();
    private final Warnings warnings = new Warnings();
    private final IntegerField least = number("captcha.site.least", SiteSettings.HARDEST);
    private final IntegerField most = number("captcha.site.most", SiteSettings.HARDEST);
    private final IntegerField calm = number("captcha.site.calm", 100_000);
    private transient Readiness ready = Readiness.NONE;

    /** @param known names of all kinds */
    SiteFields(List<String> known) {
        addClassName("form");
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("36rem", 2));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(80);
        domains.setRequiredIndicatorVisible(true);
        domains.setHelperText(Words.of("captcha.site.domains.help"));
        domains.setPlaceholder("example.org");
        domains.setMinRows(2);
        domains.addClassName("code");
        kinds.setItems(Kinds.inOrder(known));
        kinds.setItemLabelGenerator(Kinds::name);
        kinds.setItemHelperGenerator(Kinds::about);
        kinds.addClassName("stacked");
        kinds.addValueChangeListener(change -> offer(change.getValue()));
        first.setLabel(Words.of("captcha.site.first"));
        first.setHelperText(Words.of("captcha.site.first.help"));
        first.setItemLabelGenerator(Kinds::name);
        least.setHelperText(Words.of("captcha.site.least.help"));
        most.setHelperText(Words.of("captcha.site.most.help"));
        calm.setHelperText(Words.of("captcha.site.calm.help"));
        add(name, 2);
        add(domains, 2);
        add(kinds, 2);
        add(warnings, 2);
        add(first, calm, least, most);
    }

    private static IntegerField number(String key, int most) {
        IntegerField field = new IntegerField(Words.of(key));
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(most <= SiteSettings.HARDEST);
        return field;
    }

    /** The one posed first is one of those that are accepted. */
    private void offer(Set<String> accepted) {
        String before = first.getValue();
        first.setItems(accepted);
        if (before != null && accepted.contains(before)) first.setValue(before);
        else accepted.stream().findFirst().ifPresent(first::setValue);
        warnings.show(ready, accepted);
    }

    /** What the site has for kinds that need more than to be accepted; nothing yet, until this is said. */
    void has(Readiness now) {
        ready = now;
        warnings.show(ready, kinds.getValue());
    }

    FieldErrors errors(FieldErrors errors) {
        return errors.field("name", name)
                .field("domains", domains)
                .field("kinds", kinds)
                .field("least", least)
                .field("calm", calm)
                .refusal("site.name", "name")
                .refusal("site.domains", "domains")
                .refusal("site.domain", "domains")
                .refusal("site.kinds", "kinds")
                .refusal("site.kind-unknown", "kinds")
                .refusal("site.difficulty", "least")
                .refusal("site.calm", "calm");
    }

    void show(SiteSettings settings) {
        name.setValue(settings.name());
        domains.setValue(settings.domains().stream().map(Hosts::shown).collect(Collectors.joining("\n")));
        kinds.setValue(new LinkedHashSet<>(settings.kinds()));
        offer(kinds.getValue());
        first.setValue(settings.kinds().getFirst());
        least.setValue(settings.least());
        most.setValue(settings.most());
        calm.setValue(settings.calm());
    }

    /** What suits most forms. */
    void propose(List<String> usual) {
        kinds.setValue(new LinkedHashSet<>(usual));
        least.setValue(1);
        most.setValue(8);
        calm.setValue(60);
    }

    /** @throws org.acides.hiboo.infrastructure.api.Refused as {@link SiteSettings} says */
    SiteSettings typed() {
        List<String> accepted = new ArrayList<>();
        if (first.getValue() != null) accepted.add(first.getValue());
        accepted.addAll(kinds.getValue());
        List<String> hosts = domains.getValue()
                .lines()
                .flatMap(line -> Stream.of(line.split("[\\s,;]+")))
                .filter(host -> !host.isEmpty())
                .map(Hosts::kept)
                .toList();
        return new SiteSettings(name.getValue(), hosts, accepted, typed(least), typed(most), typed(calm));
    }

    /** What is empty is out of every range. */
    private static int typed(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }

    HasValue<?, ?>[] all() {
        return new HasValue<?, ?>[] {name, domains, kinds, first, least, most, calm};
    }
}
