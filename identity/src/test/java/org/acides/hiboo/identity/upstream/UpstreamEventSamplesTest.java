package org.acides.hiboo.identity.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.acides.hiboo.identity.api.events.IdentityLinked;
import org.acides.hiboo.identity.api.events.IdentityUnlinked;
import org.acides.hiboo.identity.api.events.UpstreamChanged;
import org.acides.hiboo.identity.api.events.UpstreamClosed;
import org.acides.hiboo.identity.api.events.UpstreamOpened;
import org.acides.hiboo.identity.api.events.UpstreamRegistered;
import org.acides.hiboo.identity.api.events.UpstreamRemoved;
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
class UpstreamEventSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NamedEventSerializer serializer =
            new NamedEventSerializer(EventNames.under("org.acides.hiboo.identity"));

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
        String name = type.getAnnotation(EventName.class).value();
        String sample = new ClassPathResource("events/" + name + ".0.json").getContentAsString(StandardCharsets.UTF_8);
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(sample, String.class, new SimpleSerializedType(name, "0")));
        assertThat(event).isInstanceOf(type);
        assertThat(JSON.readTree(serializer.serialize(event, String.class).getData()))
                .isEqualTo(JSON.readTree(sample));
    }
}
