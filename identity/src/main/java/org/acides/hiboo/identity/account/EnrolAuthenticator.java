package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.factor.Authenticators;

record EnrolAuthenticator(AccountId accountId, Authenticators.Proved proved) {}
