package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.credential.PasswordHash;

record ResetPassword(AccountId accountId, PasswordHash chosen) {}
