package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.queries.FindPressure;
import org.acides.hiboo.captcha.api.queries.FindSite;
import org.acides.hiboo.captcha.api.queries.PressurePoint;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.captcha.Timeline.Tick;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Chart;
import org.acides.hiboo.webui.kit.Every;
import org.acides.hiboo.webui.kit.Moments;
import org.jspecify.annotations.Nullable;

/** How hard sites are pressed: challenges, passes, failures and difficulties over time, looked at anew every five seconds. */
final class PressurePanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Duration LOOKS = Duration.ofSeconds(5);
    private static final String[] COUNTS = {"captcha.challenges", "captcha.passes", "captcha.failures"};

    private final transient Answers answers;
    private final transient Moments moments;
    private final transient Consumer<SiteRow> seen;
    private final Div bar = new Div();
    private final Select<Range> range = new Select<>();
    private final Select<String> kind = new Select<>();
    private final Figures figures = new Figures(COUNTS);
    private final AttackNote attack = new AttackNote();
    private final Chart counts = new Chart(Words.of("captcha.chart.counts"));
    private final DifficultyPart difficulty;
    private final PressedSites sites;
    private final Numbers byKind = new Numbers("captcha.table.kinds", "captcha.kind", COUNTS[0], COUNTS[1], COUNTS[2]);
    private final Numbers byTime = new Numbers("captcha.table.times", "captcha.time", COUNTS[0], COUNTS[1], COUNTS[2]);
    private @Nullable SiteId site;

    /**
     * @param site null for all of them
     * @param seen told how that site stands, at each look
     */
    PressurePanel(@Nullable SiteId site, Answers answers, Moments moments, Consumer<SiteRow> seen) {
        this.site = site;
        this.answers = answers;
        this.moments = moments;
        this.seen = seen;
        difficulty = new DifficultyPart(answers);
        sites = new PressedSites(answers);
        addClassName("pressure");
        filters();
        bar.addClassName("filter-bar");
        add(bar, attack, figures, part("captcha.chart.counts", counts), difficulty, sites, part(byKind), part(byTime));
        look();
        Every.now(this, LOOKS, this::look);
    }

    /** A further filter, before the others. */
    void filter(Component component) {
        bar.addComponentAsFirst(component);
    }

    /** @param chosen null for all of them */
    void watch(@Nullable SiteId chosen) {
        site = chosen;
        look();
    }

    static Section part(Component content) {
        Section part = new Section(content);
        part.addClassName("pressure-part");
        return part;
    }

    static Section part(String heading, Component content) {
        Section part = part(content);
        part.addComponentAsFirst(new H2(Words.of(heading)));
        return part;
    }

    private void filters() {
        range.setLabel(Words.of("captcha.range"));
        range.setItems(Range.values());
        range.setItemLabelGenerator(Range::words);
        range.setValue(Range.HOUR);
        range.addValueChangeListener(change -> look());
        kind.setLabel(Words.of("captcha.kind"));
        kind.setItems(List.of());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(Words.of("captcha.kind.all"));
        kind.setItemLabelGenerator(each -> each == null ? Words.of("captcha.kind.all") : Kinds.name(each));
        kind.addValueChangeListener(change -> look());
        bar.add(range, kind);
    }

    private void look() {
        Instant now = moments.now();
        Range chosen = range.getValue();
        Instant from = chosen.first(now);
        List<PressurePoint> all =
                answers.all(new FindPressure(site, from, now.plusSeconds(1), chosen.step), PressurePoint.class);
        offer(all);
        List<PressurePoint> points = kind.isEmpty()
                ? all
                : all.stream()
                        .filter(point -> point.kind().equals(kind.getValue()))
                        .toList();
        Timeline line = Timeline.of(points, chosen, now);
        figures.show(line.sum(Tick::challenges), line.sum(Tick::passes), line.sum(Tick::failures));
        counts.show(Pictures.counts(line));
        sites(from, now);
        byKind.show(Timeline.by(points, point -> Kinds.name(point.kind())).entrySet().stream()
                .map(entry -> new Numbers.Row(List.of(entry.getKey()), numbers(entry.getValue())))
                .toList());
        byTime.show(line.ticks().reversed().stream()
                .filter(tick -> !tick.isQuiet())
                .map(tick -> new Numbers.Row(List.of(Times.exactly(tick.at())), numbers(tick)))
                .toList());
    }

    /** The one that is chosen, or all of them. */
    private void sites(Instant from, Instant now) {
        SiteId one = site;
        difficulty.setVisible(one != null);
        sites.setVisible(one == null);
        if (one == null) {
            sites.show(new PressedSites.Window(from, now.plusSeconds(1), kind.getValue()));
            attack.all(sites.attacked());
            return;
        }
        difficulty.show(one, from, now);
        answers.find(new FindSite(one), SiteRow.class).ifPresent(row -> {
            attack.one(row);
            seen.accept(row);
        });
    }

    /** The kinds that were asked for, and the one that is chosen. */
    private void offer(List<PressurePoint> points) {
        List<String> kinds =
                points.stream().map(PressurePoint::kind).distinct().sorted().toList();
        List<String> before = kind.getListDataView().getItems().toList();
        if (kinds.equals(before) || (!kind.isEmpty() && !kinds.contains(kind.getValue()))) return;
        String chosen = kind.getValue();
        kind.setItems(kinds);
        if (chosen != null) kind.setValue(chosen);
    }

    private static List<Long> numbers(Tick tick) {
        return List.of(tick.challenges(), tick.passes(), tick.failures());
    }
}
