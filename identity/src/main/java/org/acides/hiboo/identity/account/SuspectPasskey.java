package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;

record SuspectPasskey(AccountId accountId, FactorId factorId) {}
