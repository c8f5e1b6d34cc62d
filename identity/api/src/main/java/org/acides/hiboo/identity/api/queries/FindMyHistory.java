package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** Asks for the newest {@link MyHistoryRow} of an account and of its profiles. Offset from 0, limit 1 to 200. */
public record FindMyHistory(AccountId accountId, int offset, int limit) {}
