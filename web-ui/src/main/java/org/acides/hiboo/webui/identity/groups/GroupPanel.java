package org.acides.hiboo.webui.identity.groups;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.acides.hiboo.identity.api.commands.AddToGroup;
import org.acides.hiboo.identity.api.commands.RemoveFromGroup;
import org.acides.hiboo.identity.api.queries.FindGroupMembers;
import org.acides.hiboo.identity.api.queries.GroupMember;
import org.acides.hiboo.identity.api.queries.GroupRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** A group's accounts, to add one by login name or address, or to take one out. */
public final class GroupPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final GroupRow group;
    private final transient Answers answers;
    private final SerializableConsumer<Object> send;
    private final Paragraph none = new Paragraph(Words.of("groups.no-members"));
    private final UnorderedList rows = new UnorderedList();

    /** @param send sends a command as whoever is at the screen, or throws a refusal */
    public GroupPanel(GroupRow group, Answers answers, SerializableConsumer<Object> send) {
        this.group = group;
        this.answers = answers;
        this.send = send;
        TextField login = new TextField(Words.of("managers.login"));
        login.setMaxLength(200);
        FieldErrors errors = new FieldErrors();
        Button add = new Button(Words.of("groups.add"), click -> {
            if (!errors.attempt(() -> send.accept(new AddToGroup(group.groupId(), login.getValue())))) return;
            login.clear();
            show();
        });
        Div form = new Div(login, add);
        form.addClassName("inline-form");
        none.addClassName("hint");
        rows.addClassName("managed-profiles");
        addClassNames("panel", "managed");
        add(new H2(group.name()), none, rows, form, errors);
        show();
    }

    private void show() {
        List<GroupMember> members = answers.all(new FindGroupMembers(group.groupId()), GroupMember.class);
        rows.removeAll();
        for (GroupMember member : members) {
            Button remove = new Button(Words.of("groups.remove"), click -> {
                Notices.attempt(() -> send.accept(new RemoveFromGroup(group.groupId(), member.accountId())));
                show();
            });
            remove.addThemeVariants(ButtonVariant.SMALL);
            remove.setAriaLabel(Words.of("groups.remove.which", member.loginName()));
            ListItem row = new ListItem(new Span(member.loginName()), remove);
            row.addClassName("managed-profile");
            rows.add(row);
        }
        none.setVisible(members.isEmpty());
    }
}
