package org.acides.hiboo.webui.i18n;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that everything is worded in. */
public final class Languages {

    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.FRENCH);

    /** Keeps a person's choice over what their browser asks for. The plain pages, such as sign-in, read and write it too. */
    public static final String COOKIE = "hiboo-lang";

    private Languages() {}

    /** The language a tag such as {@code fr-BE} stands for, if we have it. */
    static Optional<Locale> named(@Nullable String tag) {
        if (tag == null || tag.isBlank()) return Optional.empty();
        String language = Locale.forLanguageTag(tag).getLanguage();
        return ALL.stream().filter(ours -> ours.getLanguage().equals(language)).findFirst();
    }

    /** The first of the languages a browser asks for that we have, or English. */
    static Locale wanted(List<Locale> asked) {
        return asked.stream()
                .flatMap(locale -> named(locale.toLanguageTag()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
