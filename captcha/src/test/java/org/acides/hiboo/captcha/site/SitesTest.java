package org.acides.hiboo.captcha.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.captcha.api.ServiceRef;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.commands.ConfigureSite;
import org.acides.hiboo.captcha.api.commands.IssueSiteSecret;
import org.acides.hiboo.captcha.api.commands.IssuedSiteSecret;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.captcha.api.commands.RetireSite;
import org.acides.hiboo.captcha.api.commands.SetDifficulty;
import org.acides.hiboo.captcha.api.queries.FindSite;
import org.acides.hiboo.captcha.api.queries.FindSiteSecrets;
import org.acides.hiboo.captcha.api.queries.FindSites;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.captcha.api.queries.SiteSecretRow;
import org.acides.hiboo.captcha.web.RunningCaptcha;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.events.ServiceEntrusted;
import org.acides.hiboo.identity.api.events.ServiceTakenBack;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class SitesTest extends RunningCaptcha {

    private static final SiteSettings SETTINGS =
            new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow", "pow-argon2"), 2, 8, 30);

    @Autowired
    QueryGateway queries;

    @Autowired
    EventGateway events;

    @Autowired
    SiteSecrets secrets;

    @Autowired
    Sites sites;

    @Autowired
    TransactionOperations transaction;

    private static void refused(ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private SiteRow find(SiteId site) {
        return queries.query(new FindSite(site), ResponseTypes.optionalInstanceOf(SiteRow.class))
                .join()
                .orElseThrow();
    }

    private List<SiteSecretRow> holding(SiteId site) {
        return queries.query(new FindSiteSecrets(site), ResponseTypes.multipleInstancesOf(SiteSecretRow.class))
                .join();
    }

    private String secret(SiteId site, Duration overlap) {
        IssuedSiteSecret issued = commands.send(new IssueSiteSecret(site, overlap), ADMIN);
        return issued.secret();
    }

    @Test
    void whatWasDecidedIsShownAtOnce() {
        SiteId id = SiteId.random();
        ServiceRef service = new ServiceRef(UUID.randomUUID());
        SiteKey key = commands.send(new RegisterSite(id, service, SETTINGS), ADMIN);
        assertThat(commands.<SiteKey>send(new RegisterSite(id, service, SETTINGS), ADMIN))
                .isEqualTo(key);
        assertThat(find(id)).satisfies(row -> {
            assertThat(row.siteKey()).isEqualTo(key);
            assertThat(row.service()).isEqualTo(service);
            assertThat(row.settings()).isEqualTo(SETTINGS);
            assertThat(row.difficulty()).isEqualTo(2);
        });
        commands.send(new SetDifficulty(id, 5, 300), Actor.system("test"));
        SiteSettings easier = new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow"), 1, 3, 30);
        commands.send(new ConfigureSite(id, easier), ADMIN);
        assertThat(find(id).difficulty()).isEqualTo(3);
        assertThat(sites.find(key)).hasValueSatisfying(site -> {
            assertThat(site.settings()).isEqualTo(easier);
            assertThat(site.difficulty()).isEqualTo(3);
        });
        assertThat(queries.query(new FindSites(Set.of(service)), ResponseTypes.multipleInstancesOf(SiteRow.class))
                        .join())
                .extracting(SiteRow::siteId)
                .containsExactly(id);
        assertThat(queries.query(new FindSites(null), ResponseTypes.multipleInstancesOf(SiteRow.class))
                        .join())
                .extracting(SiteRow::siteId)
                .contains(id);
    }

    @Test
    void aKindThatNobodyKnowsIsRefused() {
        SiteSettings strange = new SiteSettings("Pad", List.of("a.org"), List.of("divination"), 1, 2, 30);
        refused(() -> commands.send(new RegisterSite(SiteId.random(), null, strange), ADMIN), "site.kind-unknown");
    }

    @Test
    void managersLookAfterTheSitesOfTheirServiceForAsLongAsTheyAnswerForIt() {
        AccountId account = new AccountId(UUID.randomUUID());
        var service = new org.acides.hiboo.identity.api.ServiceRef(UUID.randomUUID());
        ServiceRef ours = new ServiceRef(service.value());
        Actor manager = new Actor(account.toString(), SignedIn.SERVICE_MANAGER, Instant.MAX);
        SiteId id = SiteId.random();
        refused(() -> commands.send(new RegisterSite(id, ours, SETTINGS), manager), "site.not-yours");
        told(new ServiceEntrusted(account, service, watch.instant()));
        commands.send(new RegisterSite(id, ours, SETTINGS), manager);
        commands.send(new IssueSiteSecret(id, Duration.ZERO), manager);
        refused(() -> commands.send(new RegisterSite(SiteId.random(), null, SETTINGS), manager), "site.not-yours");
        SiteId anothers = SiteId.random();
        commands.send(new RegisterSite(anothers, new ServiceRef(UUID.randomUUID()), SETTINGS), ADMIN);
        refused(() -> commands.send(new RetireSite(anothers), manager), "site.not-yours");
        told(new ServiceTakenBack(account, service, watch.instant()));
        for (Object command :
                List.of(new ConfigureSite(id, SETTINGS), new IssueSiteSecret(id, Duration.ZERO), new RetireSite(id)))
            refused(() -> commands.send(command, manager), "site.not-yours");
    }

    /** By identity. */
    private void told(Object event) {
        transaction.executeWithoutResult(status -> events.publish(event));
    }

    @Test
    void nobodyElseLooksAfterSites() {
        SiteId id = site("pow").id();
        for (String role : List.of("MEMBER", "MODERATOR", "AUDITOR", "LEGAL_OFFICER")) {
            Actor somebody = new Actor(UUID.randomUUID().toString(), role, Instant.MAX);
            refused(() -> commands.send(new RetireSite(id), somebody), "site.not-yours");
            refused(() -> commands.send(new IssueSiteSecret(id, Duration.ZERO), somebody), "site.not-yours");
        }
        refused(() -> commands.send(new SetDifficulty(id, 5, 1), ADMIN), "site.not-yours");
        refused(() -> commands.send(new RetireSite(SiteId.random()), ADMIN), "site.unknown");
    }

    @Test
    void aSecretIsShownOnceKeptAsADigestAndReplacedWithAnOverlap() {
        Registered site = site("pow");
        String second = secret(site.id(), Duration.ofHours(1));
        assertThat(secrets.siteOf(site.secret())).contains(site.key());
        assertThat(secrets.siteOf(second)).contains(site.key());
        watch.forward(Duration.ofMinutes(61));
        assertThat(secrets.siteOf(site.secret())).isEmpty();
        assertThat(secrets.siteOf(second)).contains(site.key());
        String third = secret(site.id(), Duration.ZERO);
        assertThat(secrets.siteOf(second)).isEmpty();
        assertThat(secrets.siteOf(third)).contains(site.key());
        assertThat(holding(site.id())).hasSize(1);
        for (String kept : jdbc.sql("SELECT s::text FROM captcha.site_secret s")
                .query(String.class)
                .list()) assertThat(kept).doesNotContain(site.secret(), second, third);
    }

    @Test
    void atMostThreeSecretsHold() {
        Registered site = site("pow");
        for (int i = 0; i < 5; i++) secret(site.id(), Duration.ofDays(30));
        assertThat(holding(site.id())).hasSize(3);
        assertThat(secrets.siteOf(site.secret())).isEmpty();
        refused(() -> commands.send(new IssueSiteSecret(SiteId.random(), Duration.ZERO), ADMIN), "site.unknown");
        assertThatThrownBy(() -> new IssueSiteSecret(site.id(), Duration.ofDays(31)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRetiredSiteHasNoChallengesAndNoSecrets() throws Exception {
        Registered site = site("pow");
        commands.send(new RetireSite(site.id()), ADMIN);
        commands.send(new RetireSite(site.id()), ADMIN);
        assertThat(get("/captcha/challenge?sitekey=" + site.key(), PAGE).statusCode())
                .isIn(403, 404);
        assertThat(secrets.siteOf(site.secret())).isEmpty();
        refused(() -> commands.send(new IssueSiteSecret(site.id(), Duration.ZERO), ADMIN), "site.retired");
    }
}
