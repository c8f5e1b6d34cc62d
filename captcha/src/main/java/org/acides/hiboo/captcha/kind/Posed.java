package org.acides.hiboo.captcha.kind;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as its kind poses it.
 *
 * @param parameters go out signed, and come back: texts, whole numbers, booleans, and objects of those. The core adds
 *     {@code nonce} (32 hexadecimal digits, random), {@code expiresAt} (seconds since 1970), {@code data} (site, action,
 *     kind, host) and, where there is an answer, {@code answer}
 * @param answer sealed before it leaves, at most 500 characters; null when there is nothing to hide
 * @param shown goes out beside the challenge, for the widget, unsigned. Where a text in it holds {@link #SEALED}, the core
 *     puts what {@code challenge.Answers.shownBy} opens: so a picture has an address, and no memory
 */
public record Posed(
        Map<String, Object> parameters, @Nullable String answer, Map<String, Object> shown) {

    /** The place of the sealed answer in an address: {@code /captcha/image?c={c}}. */
    public static final String SEALED = "{c}";

    public Posed {
        parameters = Map.copyOf(parameters);
        shown = Map.copyOf(shown);
    }

    /** Never shows the answer. */
    @Override
    public String toString() {
        return "Posed" + parameters.keySet();
    }
}
