package org.acides.hiboo.catalog.api.queries;

/** Asks for each {@link ServiceRow} that nobody can sign in to yet: not retired, with neither client nor SAML service provider; by name, at most 200. */
public record FindServicesWithoutClient() {}
