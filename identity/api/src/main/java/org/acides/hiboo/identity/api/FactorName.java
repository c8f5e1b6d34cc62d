package org.acides.hiboo.identity.api;

import org.acides.hiboo.infrastructure.api.Refused;

/**
 * What a member calls one of their passkeys or certificates, to tell it from the others.
 *
 * @param value 1 to 60 characters in one line, without blanks around
 */
public record FactorName(String value) {

    private static final int LONGEST = 60;

    /** @throws Refused {@code passkey.name} */
    public FactorName {
        if (value.length() > 10 * LONGEST) throw new Refused("factor.name");
        value = value.strip();
        if (value.isEmpty()
                || value.codePointCount(0, value.length()) > LONGEST
                || value.codePoints().anyMatch(Character::isISOControl)) throw new Refused("factor.name");
    }
}
