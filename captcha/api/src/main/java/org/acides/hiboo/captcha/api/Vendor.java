package org.acides.hiboo.captcha.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Companies whose checks a site may let its visitors choose, with keys of its own. */
public enum Vendor {
    HCAPTCHA,
    RECAPTCHA,
    TURNSTILE;

    /** As kinds of challenge are called. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Vendor> of(String kind) {
        return Arrays.stream(values()).filter(each -> each.kind().equals(kind)).findFirst();
    }
}
