package org.acides.hiboo.captcha.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What a form says to name its site: public, 32 hexadecimal digits, never changed. */
public record SiteKey(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when it has another form */
    @JsonCreator
    public SiteKey {
        if (!isWellFormed(value)) throw new IllegalArgumentException("site key: 32 hexadecimal digits");
    }

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    public static SiteKey random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new SiteKey(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
