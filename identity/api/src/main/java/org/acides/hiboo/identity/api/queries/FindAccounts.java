package org.acides.hiboo.identity.api.queries;

/** Asks for a page of {@link AccountRow}, newest first. Text finds an exact login name or e-mail address, or the start of an account id; empty for all. Offset from 0, limit 1 to 200. */
public record FindAccounts(String text, int offset, int limit) {}
