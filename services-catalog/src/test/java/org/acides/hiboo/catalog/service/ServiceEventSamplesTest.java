package org.acides.hiboo.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.acides.hiboo.catalog.CatalogConfiguration;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.events.ClientRegistered;
import org.acides.hiboo.catalog.api.events.ForwardAuthConfigured;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.ProfilePolicySet;
import org.acides.hiboo.catalog.api.events.RegistrationOfferWithdrawn;
import org.acides.hiboo.catalog.api.events.RegistrationOffered;
import org.acides.hiboo.catalog.api.events.RequiredAssuranceSet;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.catalog.api.events.SamlServiceProviderConfigured;
import org.acides.hiboo.catalog.api.events.ServiceClosed;
import org.acides.hiboo.catalog.api.events.ServiceDescribed;
import org.acides.hiboo.catalog.api.events.ServiceOpened;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.catalog.api.events.UsernameRulesSet;
import org.acides.hiboo.infrastructure.test.EventSamples;
import org.acides.hiboo.infrastructure.test.StoredEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored once is read for ever; the samples are never edited. */
class ServiceEventSamplesTest {

    static List<Class<?>> events() {
        return List.of(
                ServiceRegistered.class,
                ServiceDescribed.class,
                OidcClientConfigured.class,
                SamlServiceProviderConfigured.class,
                ForwardAuthConfigured.class,
                ProfilePolicySet.class,
                RequiredAssuranceSet.class,
                UsernameRulesSet.class,
                RequiredGroupsSet.class,
                ServiceOpened.class,
                ServiceClosed.class,
                ServiceRetired.class,
                RegistrationOffered.class,
                RegistrationOfferWithdrawn.class,
                ClientRegistered.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleIsReadAndWrittenAsItWas(Class<?> type) throws IOException {
        EventSamples.isReadAndWrittenAsItWas(type);
    }

    @Test
    void aClientOfOldIsToldOfNobodysSigningOut() throws IOException {
        String name = "catalog.oidc-client-configured";
        String sample = EventSamples.sample(name, 0);
        StoredEvents stored = new StoredEvents(
                "org.acides.hiboo.catalog",
                CatalogConfiguration.CLIENTS_ARE_TOLD_OF_SIGNING_OUT,
                CatalogConfiguration.CLIENTS_BRING_KEYS_AND_REQUESTS);
        assertThat(stored.read(name, 0, sample)).isInstanceOfSatisfying(OidcClientConfigured.class, event -> {
            OidcClient client = event.client();
            assertThat(client.clientId()).isEqualTo("cafe");
            assertThat(client.firstParty()).isTrue();
            assertThat(client.backchannelLogout()).isNull();
            assertThat(client.frontchannelLogout()).isNull();
            assertThat(client.dpopBoundAccessTokens()).isFalse();
            assertThat(client.jwks() + client.userinfoAlgorithm()).isEmpty();
            assertThat(client.requestUris()).isEmpty();
        });
    }
}
