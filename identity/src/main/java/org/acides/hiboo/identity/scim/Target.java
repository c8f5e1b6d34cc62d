package org.acides.hiboo.identity.scim;

import java.net.URI;

/** Where a service is told, and what it knows us by. */
record Target(URI endpoint, String token) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "Target[" + endpoint + "]";
    }
}
