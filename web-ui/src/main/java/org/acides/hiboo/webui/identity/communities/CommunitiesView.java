package org.acides.hiboo.webui.identity.communities;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.acides.hiboo.catalog.api.queries.FindServices;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.commands.TrustCommunity;
import org.acides.hiboo.identity.api.queries.CommunityRow;
import org.acides.hiboo.identity.api.queries.FindCommunities;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Page;
import org.acides.hiboo.webui.shell.Notices;

/** From where accounts come, and where they may go. */
@Route("admin/communities")
@RolesAllowed("ADMIN")
@Menu(title = "communities.title", order = 27, icon = "vaadin:exchange")
final class CommunitiesView extends Page {

    private static final long serialVersionUID = 1L;

    /** As many as one answer holds. */
    private static final int SERVICES = 200;

    private final transient Answers answers;
    private final transient AdminActs acts;
    private final Div communities = new Div();
    private final Paragraph none = new Paragraph(Words.of("communities.none"));

    CommunitiesView(Answers answers, AdminActs acts) {
        super("communities");
        this.answers = answers;
        this.acts = acts;
        TextField address = new TextField(Words.of("communities.address"));
        address.setPlaceholder("https://");
        address.setMaxLength(200);
        Button trust = new Button(Words.of("communities.trust"), click -> {
            boolean done = Notices.attempt(
                    () -> acts.send(new TrustCommunity(CommunityId.random(), Addresses.of(address.getValue()))));
            if (!done) return;
            address.clear();
            show();
        });
        trust.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(address, trust);
        form.addClassName("inline-form");
        none.addClassName("hint");
        communities.addClassName("communities");
        add(form, none, communities);
        show();
    }

    private void show() {
        List<CommunityRow> all = answers.all(new FindCommunities(), CommunityRow.class);
        List<ServiceRow> services = answers.all(new FindServices("", null, 0, SERVICES), ServiceRow.class);
        communities.removeAll();
        all.forEach(row -> communities.add(new CommunityPanel(row, services, acts, this::show)));
        none.setVisible(all.isEmpty());
    }
}
