package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.queries.MyContest;
import org.acides.hiboo.webui.i18n.Words;

/** Tells a side of a contested claim how it stands, and what was decided: who the other side is, nobody tells. */
final class ContestNote extends Div {

    private static final long serialVersionUID = 1L;

    ContestNote(MyContest contest, String service) {
        addClassNames("note", "contest-note");
        ContestOutcome outcome = contest.outcome();
        String side = contest.claimedByMe() ? "claimant" : "contester";
        String stands = outcome == null ? "open" : outcome.name().toLowerCase(Locale.ROOT);
        add(new Paragraph(Words.of("contested." + side + "." + stands, contest.username(), service)));
        if (contest.reason().isEmpty()) return;
        Paragraph reason = new Paragraph(contest.reason());
        reason.addClassName("reason");
        add(reason);
    }
}
