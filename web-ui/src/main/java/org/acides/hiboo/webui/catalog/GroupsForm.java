package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.SetRequiredGroups;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.queries.FindGroups;
import org.acides.hiboo.identity.api.queries.GroupRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Unsaved;

/** Which groups enter a service; with none chosen everybody does. */
class GroupsForm extends Div {

    GroupsForm(ServiceDetails service, Answers answers, AdminActs acts, Unsaved unsaved) {
        Map<GroupRef, String> names = answers.all(new FindGroups(), GroupRow.class).stream()
                .collect(Collectors.toMap(group -> new GroupRef(group.groupId().value()), GroupRow::name));
        CheckboxGroup<GroupRef> groups = new CheckboxGroup<>(Words.of("service.groups"));
        groups.setItems(names.keySet().stream()
                .sorted(java.util.Comparator.comparing(names::get))
                .toList());
        groups.setItemLabelGenerator(group -> names.getOrDefault(group, ""));
        groups.setHelperText(Words.of(names.isEmpty() ? "service.groups.no" : "service.groups.help"));
        groups.addClassName("stacked");
        groups.setValue(Set.copyOf(service.groups()));
        FormFoot foot = new FormFoot(
                unsaved,
                new HasValue<?, ?>[] {groups},
                () -> acts.send(new SetRequiredGroups(service.serviceId(), List.copyOf(groups.getValue()))));
        if (service.state() == ServiceState.RETIRED) foot.lock();
        addClassName("policy-form");
        add(new H2(Words.of("service.groups.title")), new Paragraph(Words.of("service.groups.about")), groups, foot);
    }
}
