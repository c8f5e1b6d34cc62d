package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;
import org.jspecify.annotations.Nullable;

/** How many contested claims {@link FindContests} would answer, were there no limit. */
public record CountContests(@Nullable AccountId manager) {}
