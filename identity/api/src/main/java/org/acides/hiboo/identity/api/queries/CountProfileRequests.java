package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;
import org.jspecify.annotations.Nullable;

/** How many requests {@link FindProfileRequests} would answer, were there no limit. */
public record CountProfileRequests(@Nullable AccountId manager) {}
