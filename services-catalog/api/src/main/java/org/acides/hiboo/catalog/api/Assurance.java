package org.acides.hiboo.catalog.api;

/** How surely a service wants to know who enters, weakest first: each level is content with those after it. */
public enum Assurance {
    /** By a secret that the person knows. */
    PASSWORD,
    /** By more than one factor. */
    SECOND_FACTOR
}
