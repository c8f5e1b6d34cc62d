package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.queries.DifficultyPoint;
import org.acides.hiboo.captcha.api.queries.FindDifficulty;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Chart;

/** How hard one site's challenges were, and what made them so. */
final class DifficultyPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final Chart chart = new Chart(Words.of("captcha.chart.difficulty"));
    private final Numbers changes =
            new Numbers("captcha.table.difficulty", "captcha.time", "captcha.difficulty", "captcha.rate");

    DifficultyPart(Answers answers) {
        this.answers = answers;
        chart.addClassName("low");
        addClassName("pressure");
        add(PressurePanel.part("captcha.chart.difficulty", chart), PressurePanel.part(changes));
    }

    void show(SiteId site, Instant from, Instant now) {
        List<DifficultyPoint> points =
                answers.all(new FindDifficulty(site, from, now.plusSeconds(1)), DifficultyPoint.class);
        chart.show(Pictures.difficulty(points, from, now));
        changes.show(points.reversed().stream()
                .map(point -> new Numbers.Row(
                        List.of(Times.exactly(point.at())),
                        List.of((long) point.difficulty(), point.passesAMinute())))
                .toList());
    }
}
