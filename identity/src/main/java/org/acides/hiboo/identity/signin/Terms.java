package org.acides.hiboo.identity.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The community's terms: plain text whose paragraphs are parted by blank lines, read once at the start. */
@Component
class Terms {

    private static final int LONGEST = 20_000;

    private final String version;
    private final List<String> english;
    private final List<String> french;

    Terms(
            @Value("${hiboo.terms.version:1}") String version,
            @Value("${hiboo.terms.file:classpath:terms/terms.txt}") Resource file,
            @Value("${hiboo.terms.file-fr:${hiboo.terms.file:classpath:terms/terms_fr.txt}}") Resource frenchFile) {
        if (!version.matches("[A-Za-z0-9._-]{1,40}"))
            throw new IllegalArgumentException("hiboo.terms.version: 1 to 40 letters, digits, dots, dashes");
        this.version = version;
        english = read(file);
        french = read(frenchFile);
    }

    String version() {
        return version;
    }

    List<String> paragraphs(Locale language) {
        return language.getLanguage().equals("fr") ? french : english;
    }

    private static List<String> read(Resource file) {
        try {
            String text = file.getContentAsString(StandardCharsets.UTF_8).strip();
            if (text.isEmpty() || text.length() > LONGEST)
                throw new IllegalArgumentException("the terms: 1 to 20,000 characters, in " + file);
            return Arrays.stream(text.split("\\R\\s*\\R")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the terms cannot be read", unreadable);
        }
    }
}
