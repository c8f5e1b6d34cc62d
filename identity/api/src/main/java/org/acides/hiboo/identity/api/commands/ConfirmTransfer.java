package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SessionId;

/** Gives a profile to the account that wants it, at once and for good. Refused: {@code profile.unknown}, {@code profile.contested}, {@code offer.not-wanted}, {@code profile.suspended}, {@code authentication.stale}, {@code password.wrong}, {@code throttled} (seconds), {@code busy}, {@code offer.no-room} (in the receiver's quota), {@code service.not-open}. */
public record ConfirmTransfer(ProfileId profileId, AccountId owner, SessionId session, String password) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "ConfirmTransfer[]";
    }
}
