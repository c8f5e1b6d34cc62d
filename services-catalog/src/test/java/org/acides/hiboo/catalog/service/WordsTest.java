package org.acides.hiboo.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class WordsTest {

    @Test
    void everyWordIsInFrenchAndInEnglish() throws IOException {
        assertThat(words("catalog_fr").keySet()).isEqualTo(words("catalog").keySet());
    }

    @Test
    void everyFieldThatCanBeMalformedHasItsWords() throws IOException {
        Properties words = words("catalog");
        for (Class<?> value : new Class<?>[] {ServiceDescription.class, OidcClient.class})
            for (var component : value.getRecordComponents())
                if (component.getType() != boolean.class)
                    assertThat(words).containsKey("malformed." + component.getName());
        assertThat(words).containsKeys("malformed.pattern", "malformed.lengths", "malformed.reserved");
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader text = new InputStreamReader(
                new ClassPathResource("messages/" + bundle + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }
}
