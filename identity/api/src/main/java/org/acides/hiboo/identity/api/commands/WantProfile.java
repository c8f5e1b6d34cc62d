package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;

/** Says that the account wants the profile that the code is of; its owner has yet to confirm. Refused: {@code offer.unknown} (also over, or wanted already), {@code offer.own}, {@code profile.quota-reached} (quota), {@code service.not-open}. */
public record WantProfile(String code, AccountId receiver) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "WantProfile[]";
    }
}
