package org.acides.hiboo.captcha.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.queries.DifficultyPoint;
import org.acides.hiboo.captcha.api.queries.FindDifficulty;
import org.acides.hiboo.captcha.api.queries.FindPressure;
import org.acides.hiboo.captcha.api.queries.PressurePoint;
import org.acides.hiboo.captcha.pow.Solver;
import org.acides.hiboo.captcha.web.RunningCaptcha;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Difficulty follows how much passes, and never who does. */
class AdaptationTest extends RunningCaptcha {

    private static final SiteSettings SETTINGS =
            new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow"), 2, 6, 30);

    @Autowired
    Adaptation adaptation;

    @Autowired
    Pressure pressure;

    @Autowired
    QueryGateway queries;

    private int difficulty(Registered site) {
        return jdbc.sql("SELECT difficulty FROM captcha.site WHERE site_id = ?")
                .param(site.id().value())
                .query(Integer.class)
                .single();
    }

    private void passes(Registered site, int passes) {
        jdbc.sql("INSERT INTO captcha.pressure AS p (site_id, kind, minute, passes) VALUES (?, 'pow', ?, ?)"
                        + " ON CONFLICT (site_id, minute, kind) DO UPDATE SET passes = p.passes + excluded.passes")
                .params(
                        site.id().value(),
                        watch.instant().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC),
                        passes)
                .update();
    }

    private List<String> events(Registered site) {
        return jdbc.sql("SELECT name FROM infrastructure.event WHERE aggregate = ?"
                        + " AND name LIKE 'captcha.difficulty-%' ORDER BY sequence")
                .param(site.id().toString())
                .query(String.class)
                .list();
    }

    @Test
    void eachDoublingOfWhatIsUsualIsALevel() {
        assertThat(Adaptation.level(SETTINGS, 0)).isEqualTo(2);
        assertThat(Adaptation.level(SETTINGS, 59)).isEqualTo(2);
        assertThat(Adaptation.level(SETTINGS, 60)).isEqualTo(3);
        assertThat(Adaptation.level(SETTINGS, 120)).isEqualTo(4);
        assertThat(Adaptation.level(SETTINGS, 1_000_000)).isEqualTo(6);
    }

    @Test
    void anAttackRaisesTheDifficultyAtOnceAndCalmLowersItStepByStep() {
        Registered site = site(SETTINGS);
        passes(site, 59);
        adaptation.round();
        assertThat(difficulty(site)).isEqualTo(2);
        passes(site, 200);
        adaptation.round();
        assertThat(difficulty(site)).isEqualTo(5);
        adaptation.round();
        assertThat(difficulty(site)).isEqualTo(5);
        watch.forward(Duration.ofMinutes(4));
        adaptation.round();
        assertThat(difficulty(site)).isEqualTo(5);
        watch.forward(Duration.ofMinutes(2));
        for (int next : new int[] {4, 3, 2, 2}) {
            adaptation.round();
            assertThat(difficulty(site)).isEqualTo(next);
        }
        assertThat(events(site))
                .containsExactly(
                        "captcha.difficulty-raised",
                        "captcha.difficulty-lowered",
                        "captcha.difficulty-lowered",
                        "captcha.difficulty-lowered");
        await().untilAsserted(() ->
                assertThat(course(site)).extracting(DifficultyPoint::difficulty).containsExactly(2, 5, 4, 3, 2));
        assertThat(course(site)).extracting(DifficultyPoint::passesAMinute).startsWith(0L, 259L);
    }

    private List<DifficultyPoint> course(Registered site) {
        Instant now = watch.instant();
        return queries.query(
                        new FindDifficulty(site.id(), now.minus(Duration.ofHours(1)), now.plusSeconds(1)),
                        ResponseTypes.multipleInstancesOf(DifficultyPoint.class))
                .join();
    }

    @Test
    void whatASiteIsAskedIsCountedByKindAndMinute() throws Exception {
        Registered site = site("pow", "pow-argon2");
        String payload = Solver.solve(challenge(site, ""));
        String forged = Solver.payload(challenge(site, "&kind=pow-argon2"), 0, "0".repeat(63));
        pass(payload);
        form("/captcha/solve", java.util.Map.of("payload", payload), PAGE);
        form("/captcha/solve", java.util.Map.of("payload", forged), PAGE);
        pressure.flush();
        List<PressurePoint> points = points(site);
        assertThat(points.stream().filter(one -> one.kind().equals("pow")))
                .singleElement()
                .satisfies(pow -> {
                    assertThat(pow.challenges()).isEqualTo(1);
                    assertThat(pow.passes()).isEqualTo(1);
                    assertThat(pow.failures()).isEqualTo(1);
                });
        assertThat(points.stream().filter(one -> one.kind().equals("pow-argon2")))
                .singleElement()
                .satisfies(hard -> {
                    assertThat(hard.challenges()).isEqualTo(1);
                    assertThat(hard.passes()).isZero();
                    assertThat(hard.failures()).isEqualTo(1);
                });
    }

    private List<PressurePoint> points(Registered site) {
        Instant now = watch.instant();
        return queries.query(
                        new FindPressure(
                                site.id(),
                                now.minus(Duration.ofHours(1)),
                                now.plus(Duration.ofHours(1)),
                                Duration.ofHours(6)),
                        ResponseTypes.multipleInstancesOf(PressurePoint.class))
                .join();
    }
}
