package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import org.acides.hiboo.captcha.api.commands.IssueSiteSecret;
import org.acides.hiboo.captcha.api.commands.IssuedSiteSecret;
import org.acides.hiboo.captcha.api.queries.FindSiteSecrets;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.captcha.api.queries.SiteSecretRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.CopyableValue;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.shell.Notices;

/** What the application must be told, the secrets that hold, and another one, which is shown once. */
final class KeysPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Duration[] OVERLAPS = {
        Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30)
    };

    private final SiteRow site;
    private final transient Answers answers;
    private final transient SiteActs acts;
    private final transient Moments moments;
    private final Place place;
    private final UnorderedList holding = new UnorderedList();
    private final Select<Duration> overlap = new Select<>();

    KeysPanel(SiteRow site, Answers answers, SiteActs acts, Moments moments, Place place) {
        this.site = site;
        this.answers = answers;
        this.acts = acts;
        this.moments = moments;
        this.place = place;
        Div settings = new Div();
        settings.addClassName("settings");
        SiteSecretShown.settings(site.siteKey().value(), place.address())
                .forEach((label, value) -> settings.add(new CopyableValue(label, value)));
        Div secrets = new Div(new H2(Words.of("captcha.secrets")), holding);
        secrets.addClassName("secret-panel");
        holding.addClassName("holding");
        if (!site.retired()) secrets.add(rotation());
        add(settings, onThePage(), secrets);
        look();
    }

    /** What goes into the page and into the application, to be copied, and where to see it work. */
    private Div onThePage() {
        String key = site.siteKey().value();
        Div part = new Div(
                new H2(Words.of("captcha.snippet")),
                new Paragraph(Words.of("captcha.snippet.about")),
                new CopyableValue(Words.of("captcha.snippet.page"), Snippets.page(place.address(), key)),
                new CopyableValue(Words.of("captcha.snippet.verify"), Snippets.verify(place.address())));
        part.addClassNames("secret-panel", "snippets");
        if (site.retired()) return part;
        UnorderedList links = new UnorderedList();
        links.add(new ListItem(there("captcha.snippet.manual", "captcha/manual?sitekey=" + key)));
        if (place.demo()) links.add(new ListItem(there("captcha.snippet.demo", "captcha/demo")));
        part.add(links);
        return part;
    }

    private static Anchor there(String key, String path) {
        Anchor link = new Anchor(path, Words.of(key), AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }

    private Div rotation() {
        overlap.setLabel(Words.of("captcha.secret.overlap"));
        overlap.setHelperText(Words.of("captcha.secret.overlap.help"));
        overlap.setItems(OVERLAPS);
        overlap.setItemLabelGenerator(
                each -> each.isZero() ? Words.of("captcha.secret.overlap.none") : Moments.amount(each));
        overlap.setValue(Duration.ofDays(1));
        Button issue = new Button(
                Words.of("captcha.secret.issue.do"), click -> Confirm.ask("captcha.secret.issue", false, this::issue));
        Div row = new Div(overlap, issue);
        row.addClassName("inline-form");
        return new Div(new Paragraph(Words.of("captcha.secret.about")), row);
    }

    private void issue() {
        Notices.attempt(() -> {
            IssuedSiteSecret issued = acts.send(new IssueSiteSecret(site.siteId(), overlap.getValue()));
            SiteSecretShown.once(issued, place.address()).open();
            look();
        });
    }

    private void look() {
        holding.removeAll();
        for (SiteSecretRow row : answers.all(new FindSiteSecrets(site.siteId()), SiteSecretRow.class)) {
            ListItem item = new ListItem(new Span(Words.of("captcha.secret.issued")), moments.ago(row.issuedAt()));
            if (row.endsAt() != null) item.add(new Span(Words.of("captcha.secret.ends")), moments.ago(row.endsAt()));
            holding.add(item);
        }
        if (holding.getChildren().findAny().isEmpty()) holding.add(new ListItem(Words.of("captcha.secret.none")));
    }
}
