package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;

/** @param secret of the link, which is used up by it */
record MakeFirstAdmin(AccountId accountId, String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "MakeFirstAdmin[" + accountId + "]";
    }
}
