package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;

/** Answers the fresh codes. */
record RenewRecoveryCodes(AccountId accountId) {}
