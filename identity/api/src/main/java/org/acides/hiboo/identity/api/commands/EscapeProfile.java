package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SessionId;

/** For somebody harassed: makes a new profile on the same service at once, whatever its policy, and takes the old one out of it within a day, at an hour that tells nothing; its alias falls silent within half an hour. Refused: {@code profile.unknown}, {@code profile.contested}, {@code profile.suspended}, {@code service.not-open}, {@code authentication.stale}, {@code password.wrong}, {@code throttled} (seconds), {@code busy}, and the username refusals of {@link CreateProfile}. */
public record EscapeProfile(
        ProfileId profileId, ProfileId fresh, AccountId owner, String username, SessionId session, String password) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "EscapeProfile[]";
    }
}
