package org.acides.hiboo.catalog.api.queries;

/** Asks for each {@link ServiceRow} that nobody can sign in to yet: not retired, and without a client; by name, at most 200. */
public record FindServicesWithoutClient() {}
