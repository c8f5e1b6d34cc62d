package org.acides.hiboo.webui.identity.session;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.acides.hiboo.identity.api.queries.FindMyLinks;
import org.acides.hiboo.identity.api.queries.MyLink;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.security.Me;

/** Identities elsewhere that open the member's account, and those that could. Nothing is shown where there is no such provider. */
final class LinksPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient Commands commands;
    private final UnorderedList list = new UnorderedList();

    LinksPart(Answers answers, Commands commands) {
        this.answers = answers;
        this.commands = commands;
        addClassName("factors");
        Paragraph lead = new Paragraph(Words.of("links.lead"));
        lead.addClassName("lead");
        list.addClassName("sessions");
        add(new H2(Words.of("links.title")), lead, list);
        show();
    }

    private void show() {
        List<MyLink> mine = answers.all(new FindMyLinks(Me.now().account()), MyLink.class);
        list.removeAll();
        mine.forEach(link -> list.add(new LinkRow(link, commands, this::show)));
        setVisible(!mine.isEmpty());
    }
}
