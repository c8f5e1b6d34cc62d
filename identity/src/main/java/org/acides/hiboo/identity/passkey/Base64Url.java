package org.acides.hiboo.identity.passkey;

import java.util.Base64;
import org.acides.hiboo.infrastructure.api.Refused;

/** Base64url without padding (RFC 4648 §5), as WebAuthn writes bytes. */
final class Base64Url {

    private static final int LONGEST = 16_000;

    private Base64Url() {}

    static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws Refused {@code passkey.wrong} */
    static byte[] read(String text) {
        if (text.length() > LONGEST) throw new Refused("passkey.wrong");
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new Refused("passkey.wrong");
        }
    }
}
