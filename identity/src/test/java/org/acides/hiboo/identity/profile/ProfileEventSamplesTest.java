package org.acides.hiboo.identity.profile;

import java.io.IOException;
import java.util.List;
import org.acides.hiboo.identity.api.events.AccessWithdrawn;
import org.acides.hiboo.identity.api.events.AliasSilenced;
import org.acides.hiboo.identity.api.events.GiftIssued;
import org.acides.hiboo.identity.api.events.GiftWithdrawn;
import org.acides.hiboo.identity.api.events.GroupCreated;
import org.acides.hiboo.identity.api.events.GroupDissolved;
import org.acides.hiboo.identity.api.events.GroupJoined;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.identity.api.events.ProfileApproved;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileDeletionUndone;
import org.acides.hiboo.identity.api.events.ProfileErased;
import org.acides.hiboo.identity.api.events.ProfileRefused;
import org.acides.hiboo.identity.api.events.ProfileRenamed;
import org.acides.hiboo.identity.api.events.ProfileRequestWithdrawn;
import org.acides.hiboo.identity.api.events.ProfileRequested;
import org.acides.hiboo.identity.api.events.ProfileRestored;
import org.acides.hiboo.identity.api.events.ProfileSuspended;
import org.acides.hiboo.identity.api.events.ProfileTransferred;
import org.acides.hiboo.identity.api.events.ServiceEntrusted;
import org.acides.hiboo.identity.api.events.ServiceTakenBack;
import org.acides.hiboo.infrastructure.test.EventSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored once is read for ever; the samples are never edited. */
class ProfileEventSamplesTest {

    static List<Class<?>> events() {
        return List.of(
                ProfileCreated.class,
                ProfileRenamed.class,
                ProfileDeleted.class,
                ProfileRequested.class,
                ProfileApproved.class,
                ProfileRefused.class,
                ProfileRequestWithdrawn.class,
                ProfileSuspended.class,
                ProfileRestored.class,
                ProfileDeletionUndone.class,
                ProfileErased.class,
                GiftIssued.class,
                GiftWithdrawn.class,
                ServiceEntrusted.class,
                ServiceTakenBack.class,
                AccessWithdrawn.class,
                AliasSilenced.class,
                ProfileTransferred.class,
                GroupCreated.class,
                GroupDissolved.class,
                GroupJoined.class,
                GroupLeft.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleIsReadAndWrittenAsItWas(Class<?> type) throws IOException {
        EventSamples.isReadAndWrittenAsItWas(type);
    }
}
