package org.acides.hiboo.catalog.seeded;

import org.acides.hiboo.identity.api.queries.CountAccounts;

/** Wrong on purpose: another context's query. */
public record ReachesIntoIdentity(CountAccounts query) {}
