package org.acides.hiboo.identity.api;

/** What an account may do in Hiboo. Every account is a {@link #MEMBER}. */
public enum Role {
    MEMBER,
    /** Handles reports and cases. */
    MODERATOR,
    /** Handles legal requests and unsealings. */
    LEGAL_OFFICER,
    /** Runs services, accounts and nodes. */
    ADMIN,
    /** Reads the event history, changes nothing. */
    AUDITOR
}
