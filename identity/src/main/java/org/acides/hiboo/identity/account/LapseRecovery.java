package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;

/** For the schedule; what was confirmed or called off meanwhile is left alone. */
record LapseRecovery(AccountId accountId, RecoveryId recoveryId) {}
