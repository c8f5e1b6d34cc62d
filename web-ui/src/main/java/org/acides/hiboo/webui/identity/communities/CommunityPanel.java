package org.acides.hiboo.webui.identity.communities;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ForgetCommunity;
import org.acides.hiboo.identity.api.commands.MatchService;
import org.acides.hiboo.identity.api.commands.NoteCommunityGone;
import org.acides.hiboo.identity.api.commands.UnmatchService;
import org.acides.hiboo.identity.api.queries.CommunityRow;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.shell.Notices;

/** A community: the keys that it signs with, and which of its applications are services of ours. */
final class CommunityPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final CommunityRow community;
    private final transient List<ServiceRow> services;
    private final transient AdminActs acts;
    private final transient Runnable changed;

    CommunityPanel(CommunityRow community, List<ServiceRow> services, AdminActs acts, Runnable changed) {
        this.community = community;
        this.services = services;
        this.acts = acts;
        this.changed = changed;
        String name = community.address().getAuthority();
        addClassNames("panel", "managed");
        add(new H2(name));
        if (community.gone()) add(new Paragraph(Words.of("communities.gone")));
        Paragraph keys = new Paragraph(Words.of("communities.keys", String.join(", ", community.keys())));
        keys.addClassName("hint");
        Paragraph about = new Paragraph(
                Words.of(community.matches().isEmpty() ? "communities.nothing-comes" : "communities.comes"));
        add(about, matches(), form(), keys, ends(name));
    }

    private UnorderedList matches() {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("managed-profiles");
        for (CommunityRow.Match match : community.matches()) {
            Span theirs = new Span(match.theirs().toString());
            theirs.addClassName("second-line");
            Div words = new Div(new Span(nameOf(match.service())), theirs);
            words.addClassName("two-lines");
            Button remove = new Button(
                    Words.of("communities.unmatch"),
                    click -> act(new UnmatchService(community.communityId(), match.service())));
            remove.addThemeVariants(ButtonVariant.SMALL);
            remove.setAriaLabel(Words.of("communities.unmatch.which", nameOf(match.service())));
            ListItem row = new ListItem(words, remove);
            row.addClassName("managed-profile");
            rows.add(row);
        }
        return rows;
    }

    private Div form() {
        ComboBox<ServiceRow> ours = new ComboBox<>(Words.of("communities.ours"));
        ours.setItems(services.stream()
                .filter(service -> service.state() != ServiceState.RETIRED)
                .toList());
        ours.setItemLabelGenerator(ServiceRow::name);
        TextField theirs = new TextField(Words.of("communities.theirs"));
        theirs.setMaxLength(500);
        ours.addValueChangeListener(change -> {
            ServiceRow chosen = change.getValue();
            if (chosen != null && theirs.isEmpty())
                theirs.setValue(chosen.address().toString());
        });
        Button match = new Button(Words.of("communities.match"), click -> {
            ServiceRow chosen = ours.getValue();
            if (chosen == null) return;
            act(() -> new MatchService(
                    community.communityId(),
                    new ServiceRef(chosen.serviceId().value()),
                    Addresses.of(theirs.getValue())));
        });
        Div form = new Div(ours, theirs, match);
        form.addClassName("inline-form");
        Paragraph help = new Paragraph(Words.of("communities.theirs.help"));
        help.addClassName("hint");
        Div matching = new Div(form, help);
        matching.addClassName("matching");
        return matching;
    }

    private Div ends(String name) {
        Button gone = new Button(
                Words.of("communities.note-gone.do"),
                click -> Confirm.ask(
                        "communities.note-gone",
                        true,
                        () -> act(new NoteCommunityGone(community.communityId())),
                        name));
        gone.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        gone.setVisible(!community.gone());
        Button forget = new Button(
                Words.of("communities.forget.do"),
                click -> Confirm.ask(
                        "communities.forget", true, () -> act(new ForgetCommunity(community.communityId())), name));
        forget.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        Div ends = new Div(gone, forget);
        ends.addClassName("import-actions");
        return ends;
    }

    private String nameOf(ServiceRef service) {
        return services.stream()
                .filter(row -> row.serviceId().value().equals(service.value()))
                .map(ServiceRow::name)
                .findFirst()
                .orElse(service.toString());
    }

    private void act(Object command) {
        act(() -> command);
    }

    private void act(java.util.function.Supplier<Object> command) {
        if (Notices.attempt(() -> acts.send(command.get()))) changed.run();
    }
}
