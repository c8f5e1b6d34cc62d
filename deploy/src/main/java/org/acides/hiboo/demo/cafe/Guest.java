package org.acides.hiboo.demo.cafe;

/**
 * Everything that the café learns of somebody who signed in.
 *
 * @param username the {@code preferred_username}, or empty
 * @param email the alias address, or empty
 * @param idToken kept to say who signs out
 */
record Guest(String subject, String username, String email, String idToken) {

    @Override
    public String toString() {
        return "Guest[" + subject + "]";
    }
}
