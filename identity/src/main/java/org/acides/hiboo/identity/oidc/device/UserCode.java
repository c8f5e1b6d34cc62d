package org.acides.hiboo.identity.oidc.device;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person copies from a device: eight of twenty letters, none of which is a vowel, so that they form no word (RFC
 * 8628 §6.1). 2.6·10¹⁰ of them: a guess finds one of a thousand that wait with a chance of one in 26 million.
 *
 * @param letters upper case, without the hyphen that is shown in the middle
 */
record UserCode(String letters) {

    static final int LENGTH = 8;
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LONGEST_TYPED = 50;

    static UserCode random(SecureRandom random) {
        StringBuilder letters = new StringBuilder();
        while (letters.length() < LENGTH) letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return new UserCode(letters.toString());
    }

    /** However it was typed: in small letters, with blanks, hyphens or none. */
    static Optional<UserCode> typed(String text) {
        if (text.length() > LONGEST_TYPED) return Optional.empty();
        StringBuilder letters = new StringBuilder();
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray())
            if (ALPHABET.indexOf(letter) >= 0) letters.append(letter);
            else if (Character.isLetterOrDigit(letter)) return Optional.empty();
        return letters.length() == LENGTH ? Optional.of(new UserCode(letters.toString())) : Optional.empty();
    }

    /** As it is shown: two times four letters with a hyphen between. */
    @Override
    public String toString() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }
}
