package org.acides.hiboo.webui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z][a-z-]*)+)\"");
    private static final Set<String> OURS = Files.exists(Path.of("src/main/resources/messages/webui-admin.properties"))
            ? Set.of("webui", "webui-admin", "webui-captcha")
            : Set.of("webui");

    @Test
    void everythingIsSaidInBothLanguages() {
        for (String bundle : OURS)
            assertThat(Bundle.french(bundle).keySet())
                    .isEqualTo(Bundle.english(bundle).keySet());
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        for (String bundle : OURS) {
            Map<String, String> french = Bundle.french(bundle);
            Bundle.english(bundle)
                    .forEach((key, text) ->
                            assertThat(arguments(french.get(key))).as(key).isEqualTo(arguments(text)));
        }
    }

    @Test
    void everyMessageIsAWellFormedFormat() {
        for (String bundle : OURS)
            for (Map<String, String> words : Set.of(Bundle.english(bundle), Bundle.french(bundle)))
                words.forEach((key, text) -> {
                    assertThat(text).as(key).isNotBlank().doesNotContainPattern("(?<!')'(?!')");
                    assertThat(new MessageFormat(text, Locale.ENGLISH).toPattern())
                            .as(key)
                            .isNotEmpty();
                });
    }

    /** Some name a whole sentence, and some what several sentences about one thing begin with. */
    private static boolean begins(Set<String> keys, String literal) {
        return keys.stream().anyMatch(key -> key.equals(literal) || key.startsWith(literal + "."));
    }

    @Test
    void everyKeyThatCodeNamesHasWords() throws IOException {
        Set<String> keys = OURS.stream()
                .flatMap(bundle -> Bundle.english(bundle).keySet().stream())
                .collect(Collectors.toSet());
        Set<String> refusals = Bundle.english("catalog").keySet();
        Set<String> families = keys.stream()
                .filter(key -> key.contains("."))
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        Set<String> wordless = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher literals = LITERAL.matcher(Files.readString(file));
                while (literals.find()) {
                    String literal = literals.group(1);
                    if (families.contains(literal.substring(0, literal.indexOf('.')))
                            && !literal.startsWith("refused.")
                            && !begins(keys, literal)
                            && !refusals.contains("refused." + literal))
                        wordless.add(literal + " in " + file.getFileName());
                }
            }
        }
        assertThat(wordless).isEmpty();
    }

    @Test
    void aPersonReadsTheFirstOfTheirLanguagesThatWeHave() {
        assertThat(Languages.wanted(Arrays.asList(Locale.GERMAN, Locale.CANADA_FRENCH, Locale.ENGLISH)))
                .isEqualTo(Locale.FRENCH);
        assertThat(Languages.wanted(Arrays.asList(Locale.GERMAN, Locale.JAPANESE)))
                .isEqualTo(Locale.ENGLISH);
        assertThat(Languages.named("fr-BE")).contains(Locale.FRENCH);
        assertThat(Languages.named("\u0000; Path=/")).isEmpty();
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
