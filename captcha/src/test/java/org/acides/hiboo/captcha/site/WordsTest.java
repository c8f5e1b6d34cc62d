package org.acides.hiboo.captcha.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class WordsTest {

    @Test
    void everyWordIsInFrenchAndInEnglish() throws IOException {
        assertThat(words("captcha_fr").keySet()).isEqualTo(words("captcha").keySet());
        assertThat(words("captcha-pages_fr").keySet())
                .isEqualTo(words("captcha-pages").keySet());
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
