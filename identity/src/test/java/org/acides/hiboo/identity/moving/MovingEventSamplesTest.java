package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.acides.hiboo.identity.api.events.CommunityForgotten;
import org.acides.hiboo.identity.api.events.CommunityGone;
import org.acides.hiboo.identity.api.events.CommunityServiceMatched;
import org.acides.hiboo.identity.api.events.CommunityServiceUnmatched;
import org.acides.hiboo.identity.api.events.CommunityTrusted;
import org.acides.hiboo.identity.api.events.MoveCalledOff;
import org.acides.hiboo.identity.api.events.MovePrepared;
import org.acides.hiboo.identity.api.events.ProfileArrived;
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
class MovingEventSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NamedEventSerializer serializer =
            new NamedEventSerializer(EventNames.under("org.acides.hiboo.identity"));

    static List<Class<?>> events() {
        return List.of(
                CommunityTrusted.class,
                CommunityServiceMatched.class,
                CommunityServiceUnmatched.class,
                CommunityGone.class,
                CommunityForgotten.class,
                MovePrepared.class,
                MoveCalledOff.class,
                ProfileArrived.class);
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
