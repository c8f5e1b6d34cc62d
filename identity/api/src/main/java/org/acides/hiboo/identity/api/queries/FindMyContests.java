package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** The contested claims in which an account is one of the two sides, newest first: open ones, and those decided within 30 days. Answers {@link MyContest}. */
public record FindMyContests(AccountId account) {}
