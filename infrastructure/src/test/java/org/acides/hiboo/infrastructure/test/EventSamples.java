package org.acides.hiboo.infrastructure.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.eventstore.EventNames;
import org.acides.hiboo.infrastructure.eventstore.NamedEventSerializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** What was stored once is read for ever; the samples, {@code events/<name>.<revision>.json}, are never edited. */
public final class EventSamples {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventSamples() {}

    /** Fails unless the newest sample of an event is read as that event, and written as it was. */
    public static void isReadAndWrittenAsItWas(Class<?> type) throws IOException {
        EventName name = type.getAnnotation(EventName.class);
        String sample = sample(name.value(), name.revision());
        NamedEventSerializer serializer = new NamedEventSerializer(EventNames.under(type.getPackageName()));
        Object event = serializer.deserialize(new SimpleSerializedObject<>(
                sample, String.class, new SimpleSerializedType(name.value(), Integer.toString(name.revision()))));
        assertThat(event).isInstanceOf(type);
        assertThat(JSON.readTree(serializer.serialize(event, String.class).getData()))
                .isEqualTo(JSON.readTree(sample));
    }

    public static String sample(String name, int revision) throws IOException {
        return new ClassPathResource("events/" + name + "." + revision + ".json")
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
