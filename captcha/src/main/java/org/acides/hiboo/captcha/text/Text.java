package org.acides.hiboo.captcha.text;

/**
 * A text, as it is sealed: its symbols, and a plus behind them where it is for the eye and the ear alike.
 *
 * @param either whether people see or hear it, as they like; else only as the kind of its challenge says
 */
record Text(String symbols, boolean either) {

    private static final String EITHER = "+";

    static Text of(String answer) {
        return answer.endsWith(EITHER)
                ? new Text(answer.substring(0, answer.length() - EITHER.length()), true)
                : new Text(answer, false);
    }

    String answer() {
        return either ? symbols + EITHER : symbols;
    }

    /** Never shows what people are to read. */
    @Override
    public String toString() {
        return "Text[" + (either ? "either" : "one way") + "]";
    }
}
