package org.acides.hiboo.webui.identity.managing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.IssueGift;
import org.acides.hiboo.identity.api.commands.WithdrawGift;
import org.acides.hiboo.identity.api.queries.FindGifts;
import org.acides.hiboo.identity.api.queries.GiftRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.Handout;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.ShownOnce;
import org.acides.hiboo.webui.kit.ValidFor;
import org.acides.hiboo.webui.shell.Notices;

/** Links that give one person one profile: made, withdrawn, used. Who used one is nowhere. */
final class GiftsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Managing managing;
    private final transient Answers answers;
    private final transient Moments moments;
    private final ServiceRef service;
    private final UnorderedList rows = new UnorderedList();

    GiftsPanel(ServiceId service, Managing managing, Answers answers, Moments moments) {
        this.service = new ServiceRef(service.value());
        this.managing = managing;
        this.answers = answers;
        this.moments = moments;
        ValidFor validFor = new ValidFor(Duration.ofDays(7));
        Button issue = new Button(Words.of("gifts.issue"), click -> issue(validFor.getValue()));
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(validFor, issue);
        form.addClassName("inline-form");
        Paragraph about = new Paragraph(Words.of("gifts.about"));
        about.addClassName("hint");
        rows.addClassName("managed-profiles");
        add(about, form, rows);
        show();
    }

    private void issue(Duration validFor) {
        Notices.attempt(() -> {
            String link = managing.send(new IssueGift(service, validFor));
            new ShownOnce("gifts.once", Map.of(Words.of("gifts.link"), link)).open();
        });
        show();
    }

    private void show() {
        List<GiftRow> gifts = answers.all(new FindGifts(service), GiftRow.class);
        rows.removeAll();
        gifts.forEach(gift -> rows.add(row(gift)));
    }

    private ListItem row(GiftRow gift) {
        Handout handout = new Handout(1, gift.used() ? 1 : 0, gift.issuedAt(), gift.expiresAt(), gift.withdrawn());
        Handout.State state = handout.state(moments.now());
        Span mark = new Span(Words.of("handout.state." + state));
        mark.addClassName("mark");
        ListItem row = new ListItem(new Span(Times.exactly(gift.issuedAt())), mark, moments.ago(gift.expiresAt()));
        row.addClassName("managed-profile");
        if (state != Handout.State.OPEN) return row;
        Button withdraw = new Button(
                Words.of("gifts.withdraw.do"), click -> Confirm.ask("gifts.withdraw", true, () -> withdraw(gift)));
        withdraw.addThemeVariants(ButtonVariant.SMALL);
        row.add(withdraw);
        return row;
    }

    private void withdraw(GiftRow gift) {
        if (Notices.attempt(() -> managing.send(new WithdrawGift(gift.giftId())))) Notices.done("gifts.withdraw.done");
        show();
    }
}
