package org.acides.hiboo.webui.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** A bundle as it lies in the jar, for tests to read. */
public final class Bundle {

    private Bundle() {}

    public static Map<String, String> english(String name) {
        return read("/messages/" + name + ".properties");
    }

    public static Map<String, String> french(String name) {
        return read("/messages/" + name + "_fr.properties");
    }

    private static Map<String, String> read(String path) {
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(Bundle.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> read = new TreeMap<>();
        properties.forEach((key, text) -> read.put(key.toString(), text.toString()));
        return read;
    }
}
