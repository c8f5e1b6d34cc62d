package org.acides.hiboo.catalog.api;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.acides.hiboo.infrastructure.api.Keyring;

/**
 * The first secret of a client that registered itself. Whoever has the instance's keys makes it from its identifier, so
 * that the catalogue can tell it to the application and identity can know it, with no secret in the event between them.
 */
public final class RegisteredSecret {

    private static final String KEY = "catalog.registered-client-secret";

    private RegisteredSecret() {}

    /** 43 characters of base64url. */
    public static String of(Keyring keyring, UUID secretId) {
        byte[] message = ByteBuffer.allocate(16)
                .putLong(secretId.getMostSignificantBits())
                .putLong(secretId.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keyring.mac(KEY, message));
    }
}
