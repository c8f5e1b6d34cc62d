package org.acides.hiboo.identity.migration.password;

/** A hash that was understood, and costs no more than it may. */
interface OldHash {

    /** In constant time for one length of password. */
    boolean matches(String password);
}
