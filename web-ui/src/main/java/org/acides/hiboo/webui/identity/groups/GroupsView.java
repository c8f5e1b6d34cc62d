package org.acides.hiboo.webui.identity.groups;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.commands.CreateGroup;
import org.acides.hiboo.identity.api.commands.DissolveGroup;
import org.acides.hiboo.identity.api.queries.FindGroups;
import org.acides.hiboo.identity.api.queries.GroupRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.kit.Page;
import org.acides.hiboo.webui.shell.Notices;

/** The community's groups: made, filled, dissolved. */
@Route("admin/groups")
@RolesAllowed("ADMIN")
@Menu(title = "groups.title", order = 25, icon = "vaadin:group")
final class GroupsView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient AdminActs acts;
    private final Div groups = new Div();
    private final Paragraph none = new Paragraph(Words.of("groups.none"));

    GroupsView(Answers answers, AdminActs acts) {
        super("groups");
        this.answers = answers;
        this.acts = acts;
        TextField name = new TextField(Words.of("groups.name"));
        name.setMaxLength(80);
        FieldErrors errors = new FieldErrors()
                .field("name", name)
                .refusal("group.name-malformed", "name")
                .refusal("group.name-taken", "name");
        Button create = new Button(Words.of("groups.create"), click -> {
            if (!errors.attempt(() -> acts.send(new CreateGroup(GroupId.random(), name.getValue())))) return;
            name.clear();
            show();
        });
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(name, create);
        form.addClassName("inline-form");
        none.addClassName("hint");
        groups.addClassName("groups");
        add(form, errors, none, groups);
        show();
    }

    private void show() {
        List<GroupRow> all = answers.all(new FindGroups(), GroupRow.class);
        groups.removeAll();
        for (GroupRow group : all) {
            GroupPanel panel = new GroupPanel(group, answers, acts::send);
            Button dissolve = new Button(
                    Words.of("groups.dissolve.do"),
                    click -> Confirm.ask("groups.dissolve", true, () -> dissolve(group), group.name()));
            dissolve.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
            dissolve.setAriaLabel(Words.of("groups.dissolve.which", group.name()));
            panel.add(dissolve);
            groups.add(panel);
        }
        none.setVisible(all.isEmpty());
    }

    private void dissolve(GroupRow group) {
        Notices.attempt(() -> acts.send(new DissolveGroup(group.groupId())));
        show();
    }
}
