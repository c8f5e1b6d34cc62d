package org.acides.hiboo.catalog.api;

import java.util.regex.Pattern;

/** A text that a regular expression may look at only so often: an administrator's pattern may be exponential. */
final class BoundedText implements CharSequence {

    /** A sane pattern reads each of 128 characters a few times. */
    private static final int LOOKS = 200_000;

    private final String text;
    private int left = LOOKS;

    private BoundedText(String text) {
        this.text = text;
    }

    /** Whether the whole text matches; false too when finding out takes too long. */
    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text)).matches();
        } catch (Exhausted tooLong) {
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        if (left-- == 0) throw new Exhausted();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class Exhausted extends RuntimeException {
        Exhausted() {
            super("the pattern looks too often", null, false, false);
        }
    }
}
