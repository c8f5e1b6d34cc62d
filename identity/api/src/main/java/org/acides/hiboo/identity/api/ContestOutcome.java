package org.acides.hiboo.identity.api;

/** Whose a contested profile is, as its service's managers decide. */
public enum ContestOutcome {
    /** It stays with whoever claimed it. */
    STAYS,
    /** It goes to whoever contested the claim. */
    MOVES,
    /** It is nobody's: it never enters again, and its name stays taken. */
    LOCKED
}
