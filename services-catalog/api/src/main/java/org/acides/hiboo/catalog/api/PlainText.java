package org.acides.hiboo.catalog.api;

/** Text that people type; control characters have no place in it, and PostgreSQL stores no NUL. */
final class PlainText {

    private PlainText() {}

    /** @throws MalformedField when it is too long or has a control character other than a line break or tab */
    static void require(String field, String text, int maxLength) {
        if (text.length() > maxLength) throw new MalformedField(field, "at most " + maxLength + " characters");
        boolean controls = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        boolean halves = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (controls || halves) throw new MalformedField(field, "no control characters");
    }
}
