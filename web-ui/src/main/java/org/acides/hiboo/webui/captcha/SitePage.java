package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.commands.ConfigureSite;
import org.acides.hiboo.captcha.api.queries.FindChallengeKinds;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.catalog.FormFoot;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.infrastructure.HistoryList;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;
import org.acides.hiboo.webui.kit.Unsaved;
import org.jspecify.annotations.Nullable;

/** One site: how hard it is pressed, what was decided about it, its keys, its questions, and what happened to it. */
abstract class SitePage extends Page implements BeforeEnterObserver, BeforeLeaveObserver {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient SiteActs acts;
    private final transient @Nullable EventHistory history;
    private final transient Moments moments;
    private final Place place;
    private final Unsaved unsaved = new Unsaved(this);
    private final SiteStanding standing;
    private final Warnings warnings = new Warnings();
    private final List<SerializableConsumer<Readiness>> readers = new ArrayList<>();

    /**
     * @param home address of the list that it belongs to
     * @param history null where it is not shown: it says who did what
     * @param place where applications ask
     */
    SitePage(
            String home, Answers answers, SiteActs acts, @Nullable EventHistory history, Moments moments, Place place) {
        super("captcha.site");
        addClassName("full");
        this.answers = answers;
        this.acts = acts;
        this.history = history;
        this.moments = moments;
        this.place = place;
        standing = new SiteStanding(home, acts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        show(entering.getRouteParameters().get("id").flatMap(acts::find).orElseThrow(NotFoundException::new));
    }

    private void show(SiteRow site) {
        setHeading(site.settings().name());
        actions(standing);
        standing.show(site);
        add(warnings);
        TabSheet tabs = new TabSheet();
        tabs.addClassName("tabs");
        tabs.setSizeFull();
        fresh(
                tabs,
                "captcha.tab.pressure",
                () -> new PressurePanel(site.siteId(), answers, moments, standing::stateIs));
        tabs.add(Words.of("captcha.tab.settings"), panel(settings(site)));
        tabs.add(Words.of("captcha.tab.keys"), panel(new KeysPanel(site, answers, acts, moments, place)));
        tabs.add(
                Words.of("captcha.tab.questions"),
                panel(new QuestionsPanel(site, answers, acts, () -> warn(site.siteId()))));
        tabs.add(
                Words.of("captcha.tab.vendors"),
                panel(new VendorsPanel(site, answers, acts, () -> warn(site.siteId()))));
        EventHistory shown = history;
        if (shown != null) fresh(tabs, "captcha.tab.history", () -> past(site, shown));
        add(tabs);
        warn(site.siteId());
    }

    /** Says again whom the site leaves out, and what its kinds lack. */
    private void warn(SiteId id) {
        acts.find(id.toString()).filter(site -> !site.retired()).ifPresent(site -> {
            Readiness ready = Readiness.of(id, answers);
            warnings.show(ready, site.settings().kinds());
            readers.forEach(each -> each.accept(ready));
        });
    }

    /** Made anew at each look, and gone with the next tab: what is live asks only while it is seen. */
    private static void fresh(TabSheet tabs, String key, Supplier<Component> made) {
        Div place = new Div();
        place.setHeightFull();
        Tab tab = tabs.add(Words.of(key), place);
        if (tabs.getSelectedTab() == tab) place.add(made.get());
        tabs.addSelectedChangeListener(chosen -> {
            place.removeAll();
            if (chosen.getSelectedTab() == tab) place.add(made.get());
        });
    }

    private Component settings(SiteRow site) {
        SiteFields fields = new SiteFields(answers.all(new FindChallengeKinds(), String.class));
        fields.show(site.settings());
        FormFoot foot = new FormFoot(unsaved, fields.all(), () -> {
            acts.send(new ConfigureSite(site.siteId(), fields.typed()));
            setHeading(fields.typed().name());
            acts.find(site.siteId().toString()).ifPresent(standing::show);
            warn(site.siteId());
        });
        readers.add(fields::has);
        fields.errors(foot.errors());
        if (site.retired()) foot.lock();
        return new Div(fields, foot);
    }

    private static Component past(SiteRow site, EventHistory history) {
        HistoryList list = new HistoryList(history);
        list.show(new EventHistory.Filter(Set.of(), null, site.siteId().toString(), null, null));
        list.setHeightFull();
        return list;
    }

    private static Div panel(Component content) {
        Div panel = new Div(content);
        panel.addClassName("panel");
        return panel;
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        unsaved.beforeLeave(leaving);
    }
}
