package org.acides.hiboo.identity.saml.message;

/**
 * What a service provider calls a profile (SAML V2.0 Core §2.2.3).
 *
 * @param qualifiers whether it says whose name for whom it is, as a persistent and a transient one do
 */
public record NameIdentifier(String format, String value, boolean qualifiers) {

    /** Shows no name. */
    @Override
    public String toString() {
        return "NameIdentifier[" + format + "]";
    }
}
