package org.acides.hiboo.identity.oidc;

import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;

/** What a profile is called in the tokens of its service: {@code sub}, pairwise (OpenID Connect Core §8.1). */
public interface Subjects {

    /** The same for ever, at most 255 ASCII characters; it tells neither argument. */
    String of(ServiceRef service, ProfileId profile);
}
