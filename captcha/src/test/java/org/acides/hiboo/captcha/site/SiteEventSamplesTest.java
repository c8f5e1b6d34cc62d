package org.acides.hiboo.captcha.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.acides.hiboo.captcha.api.events.DifficultyLowered;
import org.acides.hiboo.captcha.api.events.DifficultyRaised;
import org.acides.hiboo.captcha.api.events.QuestionWithdrawn;
import org.acides.hiboo.captcha.api.events.QuestionWritten;
import org.acides.hiboo.captcha.api.events.SiteConfigured;
import org.acides.hiboo.captcha.api.events.SiteRegistered;
import org.acides.hiboo.captcha.api.events.SiteRetired;
import org.acides.hiboo.captcha.api.events.SiteSecretIssued;
import org.acides.hiboo.captcha.api.events.VendorKeysGiven;
import org.acides.hiboo.captcha.api.events.VendorKeysTakenBack;
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
class SiteEventSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NamedEventSerializer serializer =
            new NamedEventSerializer(EventNames.under("org.acides.hiboo.captcha"));

    static List<Class<?>> events() {
        return List.of(
                SiteRegistered.class,
                SiteConfigured.class,
                SiteSecretIssued.class,
                SiteRetired.class,
                DifficultyRaised.class,
                DifficultyLowered.class,
                QuestionWritten.class,
                QuestionWithdrawn.class,
                VendorKeysGiven.class,
                VendorKeysTakenBack.class);
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
