package org.acides.hiboo.identity.entry;

import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SignedIn;

/** What comes next in the dialogue. */
public sealed interface Step {

    /** @param again for somebody who is signed in, and shall prove it once more */
    record SignIn(boolean again) implements Step {}

    /** The person says as which profile they enter, or reads why they cannot. */
    record Pick() implements Step {}

    record Enter(SignedIn who, ProfileId profile) implements Step {}
}
