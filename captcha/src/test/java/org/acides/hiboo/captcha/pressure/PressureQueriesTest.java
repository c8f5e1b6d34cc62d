package org.acides.hiboo.captcha.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.queries.CountSitePressure;
import org.acides.hiboo.captcha.api.queries.FindPressure;
import org.acides.hiboo.captcha.api.queries.FindSitePressure;
import org.acides.hiboo.captcha.api.queries.PressurePoint;
import org.acides.hiboo.captcha.api.queries.SitePressureRow;
import org.acides.hiboo.captcha.web.RunningCaptcha;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Three hundred sites that were asked by two kinds in each minute of an hour, long ago, and three more. */
class PressureQueriesTest extends RunningCaptcha {

    private static final Instant FROM = Instant.parse("2021-03-04T05:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofHours(1));
    private static final int SITES = 300;
    private static final UUID ATTACKED = new UUID(7, 1);
    private static final UUID HARDER = new UUID(7, 2);
    private static final UUID RETIRED = new UUID(7, 3);

    @Autowired
    QueryGateway queries;

    @BeforeEach
    void manySites() {
        for (int i = 0; i < SITES; i++) site(new UUID(8, i), "Many " + i, 1, false);
        site(ATTACKED, "Many, attacked", 2, false);
        site(HARDER, "Many, attacked more", 4, false);
        site(RETIRED, "Many, retired", 5, true);
        jdbc.sql("INSERT INTO captcha.pressure (site_id, kind, minute, challenges, passes, failures)"
                        + " SELECT site_id, kind, minute, 3, 2, 1 FROM captcha.site,"
                        + " unnest(ARRAY['pow', 'image']) AS kind,"
                        + " generate_series(:from, :last, interval '1 minute') AS minute"
                        + " WHERE settings ->> 'name' ~ '^Many [0-9]+$'")
                .param("from", FROM.atOffset(ZoneOffset.UTC))
                .param("last", TO.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
    }

    @AfterEach
    void gone() {
        jdbc.sql("DELETE FROM captcha.pressure WHERE minute < '2022-01-01'").update();
        jdbc.sql("DELETE FROM captcha.site WHERE settings ->> 'name' LIKE 'Many%'")
                .update();
    }

    private void site(UUID id, String name, int difficulty, boolean retired) {
        jdbc.sql("INSERT INTO captcha.site (site_id, site_key, settings, difficulty, retired, registered_at)"
                        + " VALUES (?, ?, jsonb_build_object('name', ?, 'domains', '[\"a.example\"]'::jsonb,"
                        + " 'kinds', '[\"pow\"]'::jsonb, 'least', 1, 'most', 8, 'calm', 30), ?, ?, now())")
                .params(id, id.toString().replace("-", ""), name, difficulty, retired)
                .update();
    }

    private List<PressurePoint> points(@Nullable SiteId site) {
        return queries.query(
                        new FindPressure(site, FROM, TO, Duration.ofMinutes(1)),
                        ResponseTypes.multipleInstancesOf(PressurePoint.class))
                .join();
    }

    private List<SitePressureRow> page(String text, @Nullable String kind, int offset) {
        return queries.query(
                        new FindSitePressure(text, kind, FROM, TO, offset, 200),
                        ResponseTypes.multipleInstancesOf(SitePressureRow.class))
                .join();
    }

    private int count(String text) {
        return queries.query(new CountSitePressure(text, null, FROM, TO), Integer.class)
                .join();
    }

    @Test
    void theNewestMinuteIsThereHoweverManySitesAreAsked() {
        List<PressurePoint> all = points(null);
        assertThat(all).hasSize(120);
        assertThat(all.getLast()).isEqualTo(new PressurePoint(TO.minusSeconds(60), "pow", 900, 600, 300));
        assertThat(all.getFirst()).isEqualTo(new PressurePoint(FROM, "image", 900, 600, 300));
        assertThat(points(new SiteId(new UUID(8, 17))))
                .hasSize(120)
                .allSatisfy(point -> assertThat(point.challenges()).isEqualTo(3));
    }

    @Test
    void everySiteHasARowAndThoseUnderAttackComeFirst() {
        List<SitePressureRow> rows = new ArrayList<>(page("many", null, 0));
        rows.addAll(page("many", null, 200));
        assertThat(rows).hasSize(SITES + 2).hasSize(count("many"));
        assertThat(rows.subList(0, 2))
                .containsExactly(
                        new SitePressureRow(new SiteId(HARDER), "Many, attacked more", false, 4, 1, 8, 0, 0, 0),
                        new SitePressureRow(new SiteId(ATTACKED), "Many, attacked", false, 2, 1, 8, 0, 0, 0));
        assertThat(rows).filteredOn(SitePressureRow::attacked).hasSize(2);
        assertThat(rows.subList(2, rows.size())).allSatisfy(row -> {
            assertThat(row.challenges()).isEqualTo(360);
            assertThat(row.passes()).isEqualTo(240);
            assertThat(row.failures()).isEqualTo(120);
        });
        assertThat(rows).extracting(SitePressureRow::siteId).doesNotHaveDuplicates();
    }

    @Test
    void sitesAreFoundByNameAndCountedByKind() {
        assertThat(page("MANY 299", "pow", 0)).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Many 299");
            assertThat(row.challenges()).isEqualTo(180);
        });
        assertThat(page("many_299", null, 0)).isEmpty();
        assertThat(count("many, retired")).isZero();
    }

    @Test
    void stepsAreMinutesAndNotTooMany() {
        for (Duration step : List.of(Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofMinutes(1)))
            assertThatThrownBy(() -> new FindPressure(null, FROM, FROM.plus(Duration.ofDays(1)), step))
                    .isInstanceOf(IllegalArgumentException.class);
    }
}
