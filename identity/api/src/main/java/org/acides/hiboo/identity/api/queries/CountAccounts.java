package org.acides.hiboo.identity.api.queries;

/** Asks how many accounts {@link FindAccounts} would list, as an {@code Integer}. */
public record CountAccounts(String text) {}
