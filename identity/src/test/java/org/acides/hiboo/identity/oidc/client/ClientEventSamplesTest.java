package org.acides.hiboo.identity.oidc.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.identity.api.events.ClientSecretIssued;
import org.acides.hiboo.infrastructure.eventstore.EventNames;
import org.acides.hiboo.infrastructure.eventstore.NamedEventSerializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** What was stored once is read for ever; the samples are never edited. */
class ClientEventSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NamedEventSerializer serializer =
            new NamedEventSerializer(EventNames.under("org.acides.hiboo.identity"));

    @Test
    void theSampleIsReadAndWrittenAsItWas() throws IOException {
        String sample = new ClassPathResource("events/identity.client-secret-issued.0.json")
                .getContentAsString(StandardCharsets.UTF_8);
        Object event = serializer.deserialize(new SimpleSerializedObject<>(
                sample, String.class, new SimpleSerializedType("identity.client-secret-issued", "0")));
        assertThat(event).isInstanceOf(ClientSecretIssued.class);
        assertThat(JSON.readTree(serializer.serialize(event, String.class).getData()))
                .isEqualTo(JSON.readTree(sample));
    }
}
