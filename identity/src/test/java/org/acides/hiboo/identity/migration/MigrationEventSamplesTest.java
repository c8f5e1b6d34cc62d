package org.acides.hiboo.identity.migration;

import java.io.IOException;
import java.util.List;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.ProfileClaimed;
import org.acides.hiboo.identity.api.events.ProfileImportCancelled;
import org.acides.hiboo.identity.api.events.ProfileImportClosed;
import org.acides.hiboo.identity.api.events.ProfileImportFinished;
import org.acides.hiboo.identity.api.events.ProfileImportStarted;
import org.acides.hiboo.identity.api.events.ProfilesReserved;
import org.acides.hiboo.infrastructure.test.EventSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored once is read for ever; the samples are never edited. */
class MigrationEventSamplesTest {

    static List<Class<?>> events() {
        return List.of(
                ProfileImportStarted.class,
                ProfilesReserved.class,
                ProfileImportFinished.class,
                ProfileImportCancelled.class,
                ProfileImportClosed.class,
                ProfileClaimed.class,
                ClaimContested.class,
                ContestDecided.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleIsReadAndWrittenAsItWas(Class<?> type) throws IOException {
        EventSamples.isReadAndWrittenAsItWas(type);
    }
}
