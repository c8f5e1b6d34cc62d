package org.acides.hiboo.identity.passkey;

import org.acides.hiboo.infrastructure.api.Refused;

/**
 * What a browser tells of a passkey that signed (WebAuthn §5.2.2), still unread.
 *
 * @param credential {@code rawId}
 * @param client {@code clientDataJSON}
 * @param user {@code userHandle}, empty where the browser tells none
 */
public record Assertion(byte[] credential, byte[] client, byte[] authenticator, byte[] signature, byte[] user) {

    /**
     * Of base64url.
     *
     * @throws Refused {@code passkey.wrong}
     */
    public static Assertion of(String credential, String client, String authenticator, String signature, String user) {
        return new Assertion(
                Base64Url.read(credential),
                Base64Url.read(client),
                Base64Url.read(authenticator),
                Base64Url.read(signature),
                Base64Url.read(user));
    }
}
