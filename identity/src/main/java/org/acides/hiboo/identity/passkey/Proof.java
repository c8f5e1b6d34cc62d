package org.acides.hiboo.identity.passkey;

import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.SignedIn;

/**
 * Somebody signed with a passkey of an account.
 *
 * @param count of how many uses the passkey tells
 * @param methods RFC 8176 values of what they proved
 */
public record Proof(AccountId account, FactorId factor, long count, List<String> methods) {

    /** A key that cannot leave the device, as far as the device says so, or one that a password manager carries about. */
    static List<String> methods(boolean synced) {
        return List.of(synced ? SignedIn.SOFTWARE_KEY : SignedIn.HARDWARE_KEY, "user", SignedIn.MULTIPLE);
    }
}
