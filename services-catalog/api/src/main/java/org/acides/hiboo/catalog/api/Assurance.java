package org.acides.hiboo.catalog.api;

/** How surely a service wants to know who enters, weakest first: each level is content with those after it. */
public enum Assurance {
    /** By a secret that the person knows. */
    PASSWORD,
    /** By more than one factor. */
    SECOND_FACTOR,
    /** By more than one factor, one of them a key that signs for our pages alone: no look-alike can pass it on. */
    PHISHING_RESISTANT
}
