package org.acides.hiboo.identity.oidc;

import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;

/** What a profile, and a session of it, is called in the tokens of its service: pairwise (OpenID Connect Core §8.1). */
public interface Subjects {

    /** {@code sub}: the same for ever, at most 255 ASCII characters; it tells neither argument. */
    String of(ServiceRef service, ProfileId profile);

    /** The same, of a profile that was made here. */
    String own(ServiceRef service, ProfileId profile);

    /** {@code sid} of a session, as the profile's service hears of it (OpenID Connect Front-Channel Logout §3). */
    String session(SessionId session, ProfileId profile);
}
