package org.acides.hiboo.catalog.service;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.catalog.api.commands.CloseService;
import org.acides.hiboo.catalog.api.commands.ConfigureForwardAuth;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.DescribeService;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.RetireService;
import org.acides.hiboo.catalog.api.commands.SetProfilePolicy;
import org.acides.hiboo.catalog.api.commands.SetRequiredAssurance;
import org.acides.hiboo.catalog.api.commands.SetUsernameRules;
import org.acides.hiboo.catalog.api.events.ForwardAuthConfigured;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.ProfilePolicySet;
import org.acides.hiboo.catalog.api.events.RequiredAssuranceSet;
import org.acides.hiboo.catalog.api.events.ServiceClosed;
import org.acides.hiboo.catalog.api.events.ServiceDescribed;
import org.acides.hiboo.catalog.api.events.ServiceOpened;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.catalog.api.events.UsernameRulesSet;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ServiceId ID = ServiceId.random();
    private static final ServiceRegistered REGISTERED =
            new ServiceRegistered(ID, "mastodon", Samples.named("Mastodon"), NOW);

    private FixtureConfiguration<Service> service;

    @BeforeEach
    void aFixture() {
        service = new AggregateTestFixture<>(Service.class);
        service.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void refused(Object command, String code, Object... given) {
        service.given(given)
                .when(command)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionMessage(code);
    }

    @Test
    void aServiceIsRegistered() {
        service.givenNoPriorActivity()
                .when(new RegisterService(ID, "mastodon", Samples.named("Mastodon")))
                .expectEvents(REGISTERED);
    }

    @Test
    void aMalformedSlugIsRefused() {
        for (String slug : new String[] {"", "a", "-ab", "ab-", "Ab", "a b", "é", "a".repeat(41), "ab\n"}) {
            aFixture();
            service.givenNoPriorActivity()
                    .when(new RegisterService(ID, slug, Samples.named("Mastodon")))
                    .expectException(Refused.class)
                    .expectExceptionMessage("service.slug-malformed");
        }
    }

    @Test
    void registeringTwiceRegistersOnce() {
        service.given(REGISTERED)
                .when(new RegisterService(ID, "mastodon", Samples.named("Mastodon")))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aSlugNeverChanges() {
        refused(new RegisterService(ID, "other", Samples.named("Mastodon")), "service.slug-fixed", REGISTERED);
    }

    @Test
    void aServiceIsDescribedAnew() {
        service.given(REGISTERED)
                .when(new DescribeService(ID, Samples.named("Hulotte")))
                .expectEvents(new ServiceDescribed(ID, Samples.named("Hulotte"), NOW));
    }

    @Test
    void aServiceIsGivenItsClient() {
        service.given(REGISTERED)
                .when(new ConfigureOidcClient(ID, Samples.client("one")))
                .expectEvents(new OidcClientConfigured(ID, Samples.client("one"), NOW));
    }

    @Test
    void aClientChangesAllButItsIdentifier() {
        var configured = new OidcClientConfigured(ID, Samples.client("one"), NOW);
        var moved = Samples.client("one", "https://app.example/elsewhere");
        service.given(REGISTERED, configured)
                .when(new ConfigureOidcClient(ID, moved))
                .expectEvents(new OidcClientConfigured(ID, moved, NOW));
        aFixture();
        refused(new ConfigureOidcClient(ID, Samples.client("two")), "service.client-id-fixed", REGISTERED, configured);
    }

    @Test
    void aProxyMayAskWhoComes() {
        ForwardAuth proxy = new ForwardAuth(List.of(URI.create("https://app.example")));
        service.given(REGISTERED)
                .when(new ConfigureForwardAuth(ID, proxy))
                .expectEvents(new ForwardAuthConfigured(ID, proxy, NOW));
    }

    @Test
    void theQuotaIsOneToTwenty() {
        for (int quota : new int[] {1, 20}) {
            aFixture();
            service.given(REGISTERED)
                    .when(new SetProfilePolicy(ID, ProfilePolicy.BURST, quota))
                    .expectEvents(new ProfilePolicySet(ID, ProfilePolicy.BURST, quota, NOW));
        }
        for (int quota : new int[] {0, 21, -1, Integer.MAX_VALUE}) {
            aFixture();
            refused(new SetProfilePolicy(ID, ProfilePolicy.OPEN, quota), "service.quota-out-of-range", REGISTERED);
        }
    }

    @Test
    void aServiceAsksForNoMoreThanAPasswordUntilSomebodySaysSo() {
        service.given(REGISTERED)
                .when(new SetRequiredAssurance(ID, Assurance.PASSWORD))
                .expectNoEvents();
        aFixture();
        service.given(REGISTERED)
                .when(new SetRequiredAssurance(ID, Assurance.SECOND_FACTOR))
                .expectEvents(new RequiredAssuranceSet(ID, Assurance.SECOND_FACTOR, NOW));
    }

    @Test
    void usernameRulesAreSet() {
        service.given(REGISTERED)
                .when(new SetUsernameRules(ID, UsernameRules.DEFAULT))
                .expectEvents(new UsernameRulesSet(ID, UsernameRules.DEFAULT, NOW));
    }

    @Test
    void aServiceOpensAndClosesOnce() {
        service.given(REGISTERED).when(new OpenService(ID)).expectEvents(new ServiceOpened(ID, NOW));
        aFixture();
        service.given(REGISTERED, new ServiceOpened(ID, NOW))
                .when(new OpenService(ID))
                .expectNoEvents();
        aFixture();
        service.given(REGISTERED, new ServiceOpened(ID, NOW))
                .when(new CloseService(ID))
                .expectEvents(new ServiceClosed(ID, NOW));
        aFixture();
        service.given(REGISTERED).when(new CloseService(ID)).expectNoEvents();
    }

    @Test
    void aServiceRetiresOnce() {
        service.given(REGISTERED).when(new RetireService(ID)).expectEvents(new ServiceRetired(ID, NOW));
        aFixture();
        service.given(REGISTERED, new ServiceRetired(ID, NOW))
                .when(new RetireService(ID))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aRetiredServiceNeverChangesAgain() {
        Object[] commands = {
            new DescribeService(ID, Samples.named("Hulotte")),
            new ConfigureOidcClient(ID, Samples.client("one")),
            new ConfigureForwardAuth(ID, ForwardAuth.NONE),
            new SetProfilePolicy(ID, ProfilePolicy.OPEN, 2),
            new SetRequiredAssurance(ID, Assurance.SECOND_FACTOR),
            new SetUsernameRules(ID, UsernameRules.DEFAULT),
            new OpenService(ID),
            new CloseService(ID)
        };
        for (Object command : commands) {
            aFixture();
            refused(command, "service.retired", REGISTERED, new ServiceRetired(ID, NOW));
        }
    }
}
