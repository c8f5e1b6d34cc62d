package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.ProfileClaimed;
import org.acides.hiboo.identity.api.events.ProfileImportCancelled;
import org.acides.hiboo.identity.api.events.ProfileImportClosed;
import org.acides.hiboo.identity.api.events.ProfileImportFinished;
import org.acides.hiboo.identity.api.events.ProfileImportStarted;
import org.acides.hiboo.identity.api.events.ProfilesReserved;
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
class MigrationEventSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NamedEventSerializer serializer =
            new NamedEventSerializer(EventNames.under("org.acides.hiboo.identity"));

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
