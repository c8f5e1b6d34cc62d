package org.acides.hiboo.captcha.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What texts are made of: capitals and digits of which no two look alike, even bent; each has a stroke and a voice. */
final class Symbols {

    static final String ALL = "34679ACEFHJKMNPRTVWXY";

    private Symbols() {}

    static String some(int many, RandomGenerator random) {
        return random.ints(many, 0, ALL.length())
                .mapToObj(i -> ALL.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** What somebody typed, as it is compared: small letters, wide letters, spaces and dashes between make no difference. */
    static String typed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
