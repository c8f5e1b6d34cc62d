package org.acides.hiboo.webui.identity.session;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.queries.CountMyRecoveryCodes;
import org.acides.hiboo.identity.api.queries.FindMyFactors;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.security.Me;

/** What a member proves who they are with beside their password. Secrets are shown on the plain pages that this leads to. */
final class FactorsPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient Commands commands;
    private final boolean certificates;
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();

    /** @param certificates whether a certificate can be added */
    FactorsPart(Answers answers, Commands commands, boolean certificates) {
        this.answers = answers;
        this.commands = commands;
        this.certificates = certificates;
        addClassName("factors");
        Paragraph lead = new Paragraph(Words.of("factors.lead"));
        lead.addClassName("lead");
        list.addClassName("sessions");
        below.addClassName("factor-links");
        add(new H2(Words.of("factors.title")), lead, list, below);
        show();
    }

    private void show() {
        List<MyFactor> mine = answers.all(new FindMyFactors(Me.now().account()), MyFactor.class);
        list.removeAll();
        mine.forEach(factor -> list.add(new FactorRow(factor, commands, this::show)));
        below.removeAll();
        boolean authenticator = mine.stream().anyMatch(factor -> factor.kind() == FactorKind.TOTP);
        below.add(link("passkey", "factors.passkey.add"));
        below.add(link("authenticator", authenticator ? "factors.replace" : "factors.add"));
        if (certificates) below.add(link("certificate", "factors.certificate.add"));
        if (mine.isEmpty()) return;
        int codes = answers.count(new CountMyRecoveryCodes(Me.now().account()));
        Span left = new Span(Words.of("factors.codes", codes));
        left.addClassName(codes < 3 ? "few" : "enough");
        below.add(link("recovery-codes", "factors.codes.new"), left);
    }

    private static Anchor link(String page, String words) {
        Anchor link = new Anchor("/factors/" + page + "?continue=/sessions", Words.of(words));
        link.setRouterIgnore(true);
        return link;
    }
}
