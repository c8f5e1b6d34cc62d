package org.acides.hiboo.identity.credential;

/** @param phc what {@link Passwords} made of a password: a PHC string, at most 200 characters of ASCII */
public record PasswordHash(String phc) {

    /** Never shows the hash: it can be guessed against. */
    @Override
    public String toString() {
        return "PasswordHash[]";
    }
}
