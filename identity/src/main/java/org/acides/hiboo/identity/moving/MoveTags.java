package org.acides.hiboo.identity.moving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.stereotype.Component;

/** Names for accounts and bundles in tables that shall not name them: MACs, each under a key of its own. */
@Component
class MoveTags {

    private static final String LEAVING = "identity.leaving-account";
    private static final String ARRIVING = "identity.arriving-account";
    private static final String BUNDLE = "identity.accepted-bundle";

    private final Keyring keyring;

    MoveTags(Keyring keyring) {
        this.keyring = keyring;
    }

    byte[] leaving(AccountId account) {
        return keyring.mac(LEAVING, bytes(account.value()));
    }

    byte[] arriving(AccountId account) {
        return keyring.mac(ARRIVING, bytes(account.value()));
    }

    byte[] bundle(String issuer, UUID id) {
        return keyring.mac(BUNDLE, (id + " " + issuer).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
