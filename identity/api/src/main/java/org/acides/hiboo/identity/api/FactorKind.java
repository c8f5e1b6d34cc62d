package org.acides.hiboo.identity.api;

/** What somebody may prove who they are with, besides their password. */
public enum FactorKind {
    /** An application that shows a code of six digits, another every thirty seconds (RFC 6238). One an account. */
    TOTP
}
