package org.acides.hiboo.webui.identity.upstream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.acides.hiboo.identity.api.queries.FindUpstreams;
import org.acides.hiboo.identity.api.queries.UpstreamRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Page;

/** Other providers by which members may sign in: registered, opened, closed, removed. */
@Route("admin/upstreams")
@RolesAllowed("ADMIN")
@Menu(title = "upstreams.title", order = 35, icon = "vaadin:connect-o")
final class UpstreamsView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient AdminActs acts;
    private final Div providers = new Div();
    private final Paragraph none = new Paragraph(Words.of("upstreams.none"));

    UpstreamsView(Answers answers, AdminActs acts) {
        super("upstreams");
        this.answers = answers;
        this.acts = acts;
        Button register = new Button(
                Words.of("upstreams.register"),
                VaadinIcon.PLUS.create(),
                click -> new RegisterUpstreamDialog(answers, acts, this::show).open());
        register.addThemeVariants(ButtonVariant.PRIMARY);
        actions(register);
        none.addClassName("hint");
        providers.addClassName("groups");
        add(none, providers);
        show();
    }

    private void show() {
        List<UpstreamRow> all = answers.all(new FindUpstreams(), UpstreamRow.class);
        providers.removeAll();
        all.forEach(provider -> providers.add(new UpstreamPanel(provider, acts, this::show)));
        none.setVisible(all.isEmpty());
    }
}
