package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.queries.FindSite;
import org.acides.hiboo.captcha.api.queries.FindSitePressure;
import org.acides.hiboo.captcha.api.queries.SitePressureRow;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;
import org.jspecify.annotations.Nullable;

/** All sites at once, or one of them, which stands in the address. */
@Route(PressureView.PATH)
@RolesAllowed("ADMIN")
final class PressureView extends Page implements BeforeEnterObserver {

    static final String PATH = "admin/captcha/pressure";

    private static final long serialVersionUID = 1L;
    private static final String SITE = "site";

    private final transient Answers answers;
    private final ComboBox<Named> site = new ComboBox<>(Words.of("captcha.site"));
    private final PressurePanel panel;

    /** A site as it is offered. */
    private record Named(SiteId id, String name) {}

    PressureView(Answers answers, Moments moments) {
        super("captcha.pressure");
        this.answers = answers;
        panel = new PressurePanel(null, answers, moments, row -> {});
        site.setPlaceholder(Words.of("captcha.site.all"));
        site.setClearButtonVisible(true);
        site.setItemLabelGenerator(Named::name);
        site.setItems(query -> answers
                .all(
                        new FindSitePressure(
                                query.getFilter().orElse(""),
                                null,
                                Instant.EPOCH,
                                Instant.EPOCH,
                                query.getOffset(),
                                query.getLimit()),
                        SitePressureRow.class)
                .stream()
                .map(row -> new Named(row.siteId(), row.name())));
        site.addValueChangeListener(change -> {
            Named chosen = change.getValue();
            panel.watch(chosen == null ? null : chosen.id());
            if (change.isFromClient()) remember(chosen);
        });
        panel.filter(site);
        add(panel);
    }

    /** What names no site counts for nothing. */
    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        site.setValue(entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(SITE)
                .flatMap(this::find)
                .map(row -> new Named(row.siteId(), row.settings().name()))
                .orElse(null));
    }

    private Optional<SiteRow> find(String id) {
        try {
            return answers.find(new FindSite(SiteId.of(id)), SiteRow.class);
        } catch (IllegalArgumentException noIdentifier) {
            return Optional.empty();
        }
    }

    private void remember(@Nullable Named chosen) {
        QueryParameters query = chosen == null
                ? QueryParameters.empty()
                : QueryParameters.simple(Map.of(SITE, chosen.id().toString()));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, query)));
    }
}
