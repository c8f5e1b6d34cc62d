package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** Asks for every {@link MyProfile} of an account, by service and creation. */
public record FindMyProfiles(AccountId accountId) {}
