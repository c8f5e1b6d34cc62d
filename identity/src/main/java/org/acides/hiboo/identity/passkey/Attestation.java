package org.acides.hiboo.identity.passkey;

import org.acides.hiboo.infrastructure.api.Refused;

/**
 * What a browser tells of a passkey that it made (WebAuthn §5.2.1), both CBOR and JSON still unread.
 *
 * @param client {@code clientDataJSON}
 * @param attestation {@code attestationObject}
 */
public record Attestation(byte[] client, byte[] attestation) {

    /**
     * Of base64url.
     *
     * @throws Refused {@code passkey.wrong}
     */
    public static Attestation of(String client, String attestation) {
        return new Attestation(Base64Url.read(client), Base64Url.read(attestation));
    }
}
