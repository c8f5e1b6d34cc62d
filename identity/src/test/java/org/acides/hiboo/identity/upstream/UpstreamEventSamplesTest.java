package org.acides.hiboo.identity.upstream;

import java.io.IOException;
import java.util.List;
import org.acides.hiboo.identity.api.events.IdentityLinked;
import org.acides.hiboo.identity.api.events.IdentityUnlinked;
import org.acides.hiboo.identity.api.events.UpstreamChanged;
import org.acides.hiboo.identity.api.events.UpstreamClosed;
import org.acides.hiboo.identity.api.events.UpstreamOpened;
import org.acides.hiboo.identity.api.events.UpstreamRegistered;
import org.acides.hiboo.identity.api.events.UpstreamRemoved;
import org.acides.hiboo.infrastructure.test.EventSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored once is read for ever; the samples are never edited. */
class UpstreamEventSamplesTest {

    static List<Class<?>> events() {
        return List.of(
                IdentityLinked.class,
                IdentityUnlinked.class,
                UpstreamChanged.class,
                UpstreamClosed.class,
                UpstreamOpened.class,
                UpstreamRegistered.class,
                UpstreamRemoved.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleIsReadAndWrittenAsItWas(Class<?> type) throws IOException {
        EventSamples.isReadAndWrittenAsItWas(type);
    }
}
