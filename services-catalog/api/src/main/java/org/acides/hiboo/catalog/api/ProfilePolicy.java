package org.acides.hiboo.catalog.api;

/** How profiles of a service come to be. */
public enum ProfilePolicy {
    /** At once, within the quota. */
    OPEN,
    /** At once up to the quota, beyond it on approval. */
    BURST,
    /** On approval. */
    MANAGED,
    /** Given by a manager only. */
    RESERVED,
    /** None. */
    LOCKED
}
