package org.acides.hiboo.webui.captcha;

import java.util.Comparator;
import java.util.List;
import org.acides.hiboo.webui.i18n.Words;

/** What kinds of challenge are called. */
final class Kinds {

    private static final List<String> ORDER = List.of("pow", "pow-argon2", "image", "audio", "question");

    private Kinds() {}

    /** What asks least of people first, and other companies last. */
    static List<String> inOrder(List<String> kinds) {
        return kinds.stream()
                .sorted(Comparator.comparingInt(kind -> ORDER.contains(kind) ? ORDER.indexOf(kind) : ORDER.size()))
                .toList();
    }

    /** A kind that another version brings is called by its own name. */
    static String name(String kind) {
        return Words.find("captcha.kind." + kind).orElse(kind);
    }

    static String about(String kind) {
        return Words.find("captcha.kind." + kind + ".about").orElse("");
    }
}
