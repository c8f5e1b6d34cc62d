package org.acides.hiboo.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.ConfigureForwardAuth;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.ConfigureSamlServiceProvider;
import org.acides.hiboo.catalog.api.commands.OfferRegistration;
import org.acides.hiboo.catalog.api.commands.RetireService;
import org.acides.hiboo.catalog.api.commands.SetRequiredAssurance;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an intruder at an admin's open browser cannot do to a service. */
class GraveChangesTest extends CatalogLife {

    private static final ServiceId ID = ServiceId.random();

    static Stream<Object> graveChanges() {
        return Stream.of(
                new ConfigureOidcClient(ID, Samples.client("one")),
                new ConfigureSamlServiceProvider(ID, SamlSamples.provider("urn:one")),
                new ConfigureForwardAuth(ID, ForwardAuth.NONE),
                new SetRequiredAssurance(ID, Assurance.PASSWORD),
                new OfferRegistration(null, false, 1, Duration.ofDays(1)),
                new RetireService(ID));
    }

    @ParameterizedTest
    @MethodSource("graveChanges")
    void aProofOfLongAgoIsRefusedBeforeAnythingIsLookedAt(Object change) {
        for (Instant proved : new Instant[] {null, Instant.now().minus(Duration.ofMinutes(11))})
            assertThatThrownBy(() -> commands.send(change, new Actor("somebody", "ADMIN", proved)))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.code()).isEqualTo("authentication.stale"));
    }
}
