package org.acides.hiboo.captcha.question;

import java.text.Normalizer;
import java.util.Locale;

/** How answers are compared: letters and digits alone, without case and accents, ligatures apart. */
final class Answer {

    private Answer() {}

    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return Normalizer.normalize(plain, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
