package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** Answers many {@link MyFactor}, oldest first. */
public record FindMyFactors(AccountId accountId) {}
