package org.acides.hiboo.webui.captcha;

import org.acides.hiboo.webui.i18n.Words;

/** What kinds of challenge are called. */
final class Kinds {

    private Kinds() {}

    /** A kind that another version brings is called by its own name. */
    static String name(String kind) {
        return Words.find("captcha.kind." + kind).orElse(kind);
    }

    static String about(String kind) {
        return Words.find("captcha.kind." + kind + ".about").orElse("");
    }
}
