package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;

record UseRecoveryCode(AccountId accountId, String typed) {

    /** Never shows the code. */
    @Override
    public String toString() {
        return "UseRecoveryCode[" + accountId + "]";
    }
}
