package org.acides.hiboo.identity.api.queries;

/** Every group, by name; answers {@link GroupRow}. */
public record FindGroups() {}
