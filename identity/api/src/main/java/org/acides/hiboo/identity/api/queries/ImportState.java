package org.acides.hiboo.identity.api.queries;

/** How far an import is. */
public enum ImportState {
    /** Read, looked at line by line, and reserved nowhere. */
    CHECKED,
    RUNNING,
    FINISHED,
    /** Taken back: what nobody had claimed is gone. */
    CANCELLED,
    /** Nobody claims any more. */
    CLOSED
}
