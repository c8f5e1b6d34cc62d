package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** Answers how many recovery codes the member has that were not used, 0 to 10. */
public record CountMyRecoveryCodes(AccountId accountId) {}
