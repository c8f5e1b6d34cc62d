package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** The services that an account answers for; answers {@link org.acides.hiboo.identity.api.ServiceRef}. */
public record FindMyServices(AccountId accountId) {}
