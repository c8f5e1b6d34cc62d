package org.acides.hiboo.catalog.api;

/** Whether members may enter a service. */
public enum ServiceState {
    /** Members join and enter. */
    OPEN,
    /** Members who have a profile keep it, but nobody enters or joins until it opens again. */
    CLOSED,
    /** Gone for good: it never opens again, and its identifiers stay taken. */
    RETIRED
}
