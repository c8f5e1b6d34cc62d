package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.queries.SitePressureRow;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.webui.i18n.Words;

/** Says which sites are under attack, how hard their challenges are now, and when they become easier. */
final class AttackNote extends Div {

    /** Of all sites, so many are named; the list below them starts with the rest. */
    static final int NAMED = 5;

    private static final long serialVersionUID = 1L;

    private transient List<?> last = List.of();

    AttackNote() {
        addClassNames("note", "attacked");
        getElement().setAttribute("role", "status");
    }

    void one(SiteRow site) {
        List<SiteRow> now = SiteFace.attacked(site) ? List.of(site) : List.of();
        if (now.equals(last)) return;
        last = now;
        removeAll();
        for (SiteRow row : now) add(new Paragraph(words(row)));
    }

    static String words(SiteRow site) {
        SiteSettings settings = site.settings();
        return Words.of(
                "captcha.attacked",
                settings.name(),
                site.difficulty(),
                settings.most(),
                (long) settings.calm() << (site.difficulty() - settings.least()));
    }

    /** @param rows under attack, the worst first; those after the first {@link #NAMED} are not named */
    void all(List<SitePressureRow> rows) {
        List<String> now =
                rows.stream().map(row -> row.siteId() + " " + level(row)).toList();
        if (now.equals(last)) return;
        last = now;
        removeAll();
        for (SitePressureRow row : rows.stream().limit(NAMED).toList())
            add(new Paragraph(
                    new Span(Words.of("captcha.attacked.site") + " "),
                    new Anchor(SitesView.PATH + "/" + row.siteId(), row.name()),
                    new Span(level(row))));
        if (rows.size() > NAMED) add(new Paragraph(Words.of("captcha.attacked.more")));
    }

    private static String level(SitePressureRow row) {
        return Words.of("captcha.attacked.level", row.difficulty(), row.least(), row.most());
    }
}
