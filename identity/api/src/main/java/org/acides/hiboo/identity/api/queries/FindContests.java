package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Contested claims that wait for a decision, oldest first, 200 at most; answers {@link ContestRow}.
 *
 * @param manager whose services are meant; null for every service, as admins see them
 */
public record FindContests(@Nullable AccountId manager) {}
