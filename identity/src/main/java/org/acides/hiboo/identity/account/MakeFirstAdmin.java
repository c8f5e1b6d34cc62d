package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.jspecify.annotations.Nullable;

/** @param secret of the link that is used up by it, or null when none is */
record MakeFirstAdmin(AccountId accountId, @Nullable String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "MakeFirstAdmin[" + accountId + "]";
    }
}
