package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;

/** For the schedule; what was called off meanwhile is left alone. */
record CompleteRecovery(AccountId accountId, RecoveryId recoveryId) {}
