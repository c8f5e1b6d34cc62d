package org.acides.hiboo.identity.passkey;

import java.util.List;

/**
 * A passkey that somebody holds, and that Hiboo does not know yet.
 *
 * @param publicKey a COSE key (RFC 9052 §7)
 * @param synced whether its private key may be on several devices (flag BE)
 */
public record NewPasskey(byte[] credential, byte[] publicKey, long count, boolean synced) {

    /** RFC 8176 values of what whoever made it proved by that. */
    public List<String> methods() {
        return Proof.methods(synced);
    }
}
