package org.acides.hiboo.identity.saml.logout;

/** A service provider's answer, verified, as it travels with the browser. */
record LogoutTold(String inResponseTo, boolean success) {

    static final String PURPOSE = "logout-told";
}
