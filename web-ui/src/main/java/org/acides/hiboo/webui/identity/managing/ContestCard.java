package org.acides.hiboo.webui.identity.managing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Locale;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.commands.DecideContest;
import org.acides.hiboo.identity.api.queries.ContestRow;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.ReasonDialog;

/** A contested claim: what each side proved and says, and the three answers. */
final class ContestCard extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient ContestRow contest;
    private final transient Managing managing;
    private final Runnable changed;

    ContestCard(ContestRow contest, String service, Managing managing, Moments moments, Runnable changed) {
        this.contest = contest;
        this.managing = managing;
        this.changed = changed;
        addClassNames("card", "request", "contest");
        Span where = new Span(service);
        where.addClassName("second-line");
        Div head = new Div(new H3(contest.username()), where, moments.ago(contest.contestedAt()));
        head.addClassName("request-head");
        Div sides = new Div(
                side("claimant", contest.claimedAt(), contest.claimedByEmail(), contest.claimantSays()),
                side("contester", contest.contestedAt(), contest.contestedByEmail(), contest.contesterSays()));
        sides.addClassName("sides");
        Div acts = new Div();
        for (ContestOutcome outcome : ContestOutcome.values()) acts.add(button(outcome));
        acts.addClassName("request-acts");
        add(head, sides, acts);
    }

    private static Component side(String side, Instant at, boolean byEmail, String says) {
        Paragraph proved = new Paragraph(
                Words.of("contests." + side + (byEmail ? ".by-email" : ".by-password"), Times.exactly(at)));
        proved.addClassName("hint");
        Paragraph said = new Paragraph(says.isEmpty() ? Words.of("contests.silent") : says);
        said.addClassName(says.isEmpty() ? "hint" : "message");
        return new Div(new H4(Words.of("contests." + side)), proved, said);
    }

    private Button button(ContestOutcome outcome) {
        String key = "contests." + outcome.name().toLowerCase(Locale.ROOT);
        Button button = new Button(
                Words.of(key + ".choose"),
                click -> new ReasonDialog(
                                key,
                                "managing.reason",
                                contest.username(),
                                reason -> managing.send(new DecideContest(contest.profileId(), outcome, reason)),
                                changed)
                        .open());
        if (outcome == ContestOutcome.LOCKED) button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(Words.of(key + ".which", contest.username()));
        return button;
    }
}
