package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;

record VerifyEmail(AccountId accountId) {}
