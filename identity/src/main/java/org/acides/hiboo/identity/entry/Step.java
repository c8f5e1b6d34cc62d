package org.acides.hiboo.identity.entry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SignedIn;

/** What comes next in the dialogue. */
public sealed interface Step {

    /** @param again for somebody who is signed in, and shall prove it once more */
    record SignIn(boolean again) implements Step {}

    /**
     * Somebody signed in is to be known more surely, or has yet to add what that takes.
     *
     * @param page of ours that sees to it, and leads on
     */
    record Prove(String page) implements Step {

        static final Prove BY_A_FACTOR = new Prove("/second-step?");

        static Prove withAFactorYetToAdd(Assurance required) {
            String factor = required == Assurance.PHISHING_RESISTANT ? "passkey" : "authenticator";
            return new Prove("/factors/" + factor + "?for=service&");
        }

        /** @param onward local path to go on to */
        public String leadingTo(String onward) {
            return page + "continue=" + URLEncoder.encode(onward, StandardCharsets.UTF_8);
        }
    }

    /** The person says as which profile they enter, or reads why they cannot. */
    record Pick() implements Step {}

    record Enter(SignedIn who, ProfileId profile) implements Step {}
}
