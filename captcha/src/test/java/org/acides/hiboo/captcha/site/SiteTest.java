package org.acides.hiboo.captcha.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.events.DifficultyLowered;
import org.acides.hiboo.captcha.api.events.DifficultyRaised;
import org.acides.hiboo.captcha.api.events.SiteConfigured;
import org.acides.hiboo.captcha.api.events.SiteRegistered;
import org.acides.hiboo.captcha.api.events.SiteRetired;
import org.acides.hiboo.captcha.api.events.SiteSecretIssued;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    private static final Instant NOW = Instant.parse("2026-11-28T22:00:00Z");
    private static final SiteId ID = SiteId.random();
    private static final SiteKey KEY = SiteKey.random();
    private static final SiteRegistered REGISTERED = new SiteRegistered(ID, KEY, null, settings(2, 8), NOW);
    private static final SiteRetired RETIRED = new SiteRetired(ID, NOW);

    private static SiteSettings settings(int least, int most) {
        return new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow"), least, most, 30);
    }

    private static ResultValidator<Site> when(Consumer<Site> act, Object... given) {
        return new AggregateTestFixture<>(Site.class).given(given).whenInvoking(ID.toString(), act);
    }

    @Test
    void aSiteIsRegistered() {
        new AggregateTestFixture<>(Site.class)
                .givenNoPriorActivity()
                .whenConstructing(() -> new Site(ID, KEY, null, settings(2, 8), NOW))
                .expectEvents(REGISTERED);
    }

    @Test
    void aSiteIsDecidedAboutAnewAndOnlyWhereSomethingChanges() {
        when(site -> site.configure(settings(2, 3), NOW), REGISTERED)
                .expectEvents(new SiteConfigured(ID, settings(2, 3), NOW));
        when(site -> site.configure(settings(2, 8), NOW), REGISTERED).expectNoEvents();
    }

    @Test
    void aCalmSiteThatIsMadeEasierIsUnderNoAttack() {
        when(site -> site.configure(settings(1, 8), NOW), REGISTERED)
                .expectEvents(new SiteConfigured(ID, settings(1, 8), NOW), new DifficultyLowered(ID, 2, 1, 0, NOW));
    }

    @Test
    void anAttackThatLastsIsStillOneWhenTheSiteIsMadeEasier() {
        when(site -> site.configure(settings(1, 8), NOW), REGISTERED, new DifficultyRaised(ID, 2, 5, 900, NOW))
                .expectEvents(new SiteConfigured(ID, settings(1, 8), NOW));
    }

    @Test
    void thatThereIsASecretIsRememberedAndWhenTheOneBeforeEnds() {
        UUID secret = UUID.randomUUID();
        Instant end = NOW.plus(Duration.ofDays(1));
        when(site -> site.issueSecret(secret, end, NOW), REGISTERED)
                .expectEvents(new SiteSecretIssued(ID, secret, end, NOW));
    }

    @Test
    void anAttackRaisesTheDifficultyWithinTheRange() {
        when(site -> site.follow(5, 240, NOW), REGISTERED).expectEvents(new DifficultyRaised(ID, 2, 5, 240, NOW));
        when(site -> site.follow(12, 100_000, NOW), REGISTERED)
                .expectEvents(new DifficultyRaised(ID, 2, 8, 100_000, NOW));
        when(site -> site.follow(2, 20, NOW), REGISTERED).expectNoEvents();
    }

    @Test
    void calmLowersTheDifficultyAgainAndNoLowerThanTheRange() {
        DifficultyRaised raised = new DifficultyRaised(ID, 2, 5, 240, NOW);
        when(site -> site.follow(4, 12, NOW), REGISTERED, raised)
                .expectEvents(new DifficultyLowered(ID, 5, 4, 12, NOW));
        when(site -> site.follow(-3, 0, NOW), REGISTERED, raised).expectEvents(new DifficultyLowered(ID, 5, 2, 0, NOW));
    }

    @Test
    void aNewRangeMovesTheDifficultyIntoIt() {
        when(site -> site.follow(4, 60, NOW), REGISTERED, new SiteConfigured(ID, settings(4, 6), NOW))
                .expectNoEvents();
    }

    @Test
    void aRetiredSiteStaysAsItIs() {
        when(site -> site.retire(NOW), REGISTERED).expectEvents(RETIRED);
        when(site -> site.retire(NOW), REGISTERED, RETIRED).expectNoEvents();
        List<Consumer<Site>> acts = List.of(
                site -> site.configure(settings(1, 3), NOW),
                site -> site.issueSecret(UUID.randomUUID(), NOW, NOW),
                site -> site.follow(5, 240, NOW));
        for (Consumer<Site> act : acts)
            when(act, REGISTERED, RETIRED).expectException(Refused.class).expectExceptionMessage("site.retired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.org",
                "example.org/",
                "example.org:8443",
                "*",
                "*.",
                "exa mple.org",
                "-a.org",
                "é.org",
                "example..org",
                "*.*.org",
                "a.*.org",
                "'; DROP TABLE captcha.site; --",
                "<script>"
            })
    void whatIsNoDomainIsRefused(String text) {
        assertThatThrownBy(() -> new SiteSettings("Pad", List.of(text), List.of("pow"), 1, 2, 30))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("site.domain");
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        for (int[] range : new int[][] {{0, 1}, {3, 2}, {1, 13}})
            assertThatThrownBy(() -> settings(range[0], range[1])).hasMessage("site.difficulty");
        for (int calm : new int[] {0, 100_001})
            assertThatThrownBy(() -> new SiteSettings("Pad", List.of("a.org"), List.of("pow"), 1, 2, calm))
                    .hasMessage("site.calm");
        for (String name : new String[] {" ", "a\nb", "x".repeat(81)})
            assertThatThrownBy(() -> new SiteSettings(name, List.of("a.org"), List.of("pow"), 1, 2, 30))
                    .hasMessage("site.name");
        assertThatThrownBy(() -> new SiteSettings("Pad", List.of("a.org"), List.of(), 1, 2, 30))
                .hasMessage("site.kinds");
    }

    @Test
    void aDomainCoversItsHostAloneAndAStarTheHostsBelow() {
        SiteSettings settings = new SiteSettings("Pad", List.of("Example.org", "*.pads.org"), List.of("pow"), 1, 2, 30);
        for (String host : List.of("example.org", "EXAMPLE.org", "a.pads.org", "a.b.pads.org"))
            assertThat(settings.covers(host)).as(host).isTrue();
        for (String host :
                List.of("www.example.org", "pads.org", ".pads.org", "evilpads.org", "example.org.evil.net", ""))
            assertThat(settings.covers(host)).as(host).isFalse();
    }
}
