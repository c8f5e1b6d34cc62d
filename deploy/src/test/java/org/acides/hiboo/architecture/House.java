package org.acides.hiboo.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the house is made of, as its rules speak of it: contexts, their schemas, the text that their classes hold. */
final class House {

    static final String ROOT = "org.acides.hiboo";
    static final List<String> CONTEXTS = List.of("identity", "catalog", "moderation", "captcha", "notifications");

    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|into|update|table|truncate|references|on|only|exists)\\s+([a-z_]+)\\.[a-z_]+\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STATEMENT = Pattern.compile(
            "^\\s*(select|insert|update|delete|with|create|alter|drop|truncate|copy|lock|merge)\\b.*|.*\\b(from|join|into)\\s+[a-z_]+\\.[a-z_]+.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private House() {}

    /** The context that a class belongs to, its api included; empty for infrastructure, web-ui and deploy. */
    static Optional<String> contextOf(JavaClass type) {
        return CONTEXTS.stream()
                .filter(context -> isIn(type, ROOT + "." + context))
                .findFirst();
    }

    /** The one schema whose tables a class may name; empty when it may name none. */
    static Optional<String> schemaOf(JavaClass type) {
        if (isIn(type, ROOT + ".infrastructure")) return Optional.of("infrastructure");
        if (isIn(type, ROOT + ".webui")) return Optional.of("web_ui");
        return contextOf(type);
    }

    static boolean isIn(JavaClass type, String prefix) {
        String name = type.getPackageName();
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }

    /** Schemas named as owners of tables in one piece of SQL; none when the text is not SQL. */
    static List<String> schemasIn(String text) {
        List<String> schemas = new ArrayList<>();
        if (!STATEMENT.matcher(text).matches()) return schemas;
        Matcher table = TABLE.matcher(text);
        while (table.find()) schemas.add(table.group(1));
        return schemas;
    }

    /** Every string constant of a class, those of concatenations included. */
    static List<String> stringsOf(JavaClass type) {
        List<String> strings = new ArrayList<>();
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            for (PoolEntry entry : ClassFile.of().parse(bytes.readAllBytes()).constantPool())
                if (entry instanceof StringEntry string) strings.add(string.stringValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return strings;
    }
}
