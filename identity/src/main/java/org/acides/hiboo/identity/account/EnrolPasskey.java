package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.identity.passkey.NewPasskey;

record EnrolPasskey(AccountId accountId, NewPasskey passkey, FactorName name) {}
