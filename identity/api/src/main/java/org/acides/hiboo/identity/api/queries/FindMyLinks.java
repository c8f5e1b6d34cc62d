package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** Providers elsewhere, open or linked to the account, by name; answers many {@link MyLink}. */
public record FindMyLinks(AccountId accountId) {}
