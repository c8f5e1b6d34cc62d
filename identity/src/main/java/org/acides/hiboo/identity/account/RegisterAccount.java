package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.credential.PasswordHash;
import org.jspecify.annotations.Nullable;

/** @param invitation the secret of the invitation that one use is taken of */
record RegisterAccount(
        AccountId accountId,
        LoginName loginName,
        EmailAddress email,
        PasswordHash password,
        String language,
        String terms,
        @Nullable String invitation) {

    /** Never shows the names, nor the secret. */
    @Override
    public String toString() {
        return "RegisterAccount[" + accountId + "]";
    }
}
