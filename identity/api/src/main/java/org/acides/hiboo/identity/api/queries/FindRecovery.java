package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** Answers an {@code Optional} of {@link RecoveryRow}: the recovery under way, or none. */
public record FindRecovery(AccountId accountId) {}
