package org.acides.hiboo.demo.cafe;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** The café's pages in English and French: HTML files with {@code {{name}}} for a value and {@code {{:key}}} for words. */
final class Pages {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(:?)([a-z.]+)}}");

    private final Map<String, Properties> words =
            Map.of("en", words("words.properties"), "fr", words("words_fr.properties"));

    /** @param language the request's {@code Accept-Language}; French when it comes first there, else English */
    String page(String name, String language, Map<String, String> values) {
        String spoken = language.toLowerCase(Locale.ROOT).startsWith("fr") ? "fr" : "en";
        Properties said = Objects.requireNonNull(words.get(spoken));
        String page = PLACE.matcher(read(name + ".html")).replaceAll(place -> {
            String key = place.group(2);
            String text = place.group(1).isEmpty()
                    ? Objects.requireNonNull(values.get(key), key)
                    : Objects.requireNonNull(said.getProperty(key), key);
            return java.util.regex.Matcher.quoteReplacement(escape(text));
        });
        return page.replace("<html>", "<html lang=\"" + spoken + "\">");
    }

    static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream("/demo/cafe/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words(String file) {
        Properties all = new Properties();
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream("/demo/cafe/" + file), file)) {
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
