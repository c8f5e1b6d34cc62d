package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait for an answer, oldest first, 200 at most; answers {@link ProfileRequestRow}.
 *
 * @param manager whose services are meant; null for every service, as admins see them
 */
public record FindProfileRequests(@Nullable AccountId manager) {}
