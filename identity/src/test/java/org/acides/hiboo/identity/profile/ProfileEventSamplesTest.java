package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.eventstore.EventNames;
import org.acides.hiboo.infrastructure.eventstore.NamedEventSerializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** What was stored once is read for ever; the samples are never edited. */
class ProfileEventSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NamedEventSerializer serializer =
            new NamedEventSerializer(EventNames.under("org.acides.hiboo.identity"));

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
        EventName name = type.getAnnotation(EventName.class);
        String sample = new ClassPathResource("events/" + name.value() + "." + name.revision() + ".json")
                .getContentAsString(StandardCharsets.UTF_8);
        var stored = new SimpleSerializedObject<>(
                sample, String.class, new SimpleSerializedType(name.value(), Integer.toString(name.revision())));
        Object event = serializer.deserialize(stored);
        assertThat(event).isInstanceOf(type);
        assertThat(JSON.readTree(serializer.serialize(event, String.class).getData()))
                .isEqualTo(JSON.readTree(sample));
    }
}
