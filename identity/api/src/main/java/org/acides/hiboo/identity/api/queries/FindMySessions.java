package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** Asks for every live {@link MySession} of an account, latest use first. */
public record FindMySessions(AccountId accountId) {}
