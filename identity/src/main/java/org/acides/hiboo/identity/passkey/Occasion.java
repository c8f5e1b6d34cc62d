package org.acides.hiboo.identity.passkey;

/** What a passkey is asked for. A challenge of one occasion is none of another. */
public enum Occasion {
    /** It becomes a factor of whoever is signed in. */
    ENROL,
    /** It says who somebody is, alone. */
    SIGN_IN,
    /** It proves a second thing of somebody who proved a first. */
    SECOND_STEP
}
