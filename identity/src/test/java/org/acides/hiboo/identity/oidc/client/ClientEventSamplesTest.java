package org.acides.hiboo.identity.oidc.client;

import java.io.IOException;
import java.util.List;
import org.acides.hiboo.identity.api.events.ClientSecretIssued;
import org.acides.hiboo.identity.api.events.ScimConnected;
import org.acides.hiboo.identity.api.events.ScimDisconnected;
import org.acides.hiboo.infrastructure.test.EventSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored once is read for ever; the samples are never edited. */
class ClientEventSamplesTest {

    static List<Class<?>> events() {
        return List.of(ClientSecretIssued.class, ScimConnected.class, ScimDisconnected.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleIsReadAndWrittenAsItWas(Class<?> type) throws IOException {
        EventSamples.isReadAndWrittenAsItWas(type);
    }
}
