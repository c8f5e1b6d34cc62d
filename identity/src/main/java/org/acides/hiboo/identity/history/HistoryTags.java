package org.acides.hiboo.identity.history;

import java.nio.ByteBuffer;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.stereotype.Component;

/** Names an account in the members' history so that only a holder of the key can name it again. */
@Component
class HistoryTags {

    private static final String KEY = "identity.my-history";

    private final Keyring keyring;

    HistoryTags(Keyring keyring) {
        this.keyring = keyring;
    }

    byte[] of(AccountId account) {
        ByteBuffer message = ByteBuffer.allocate(16);
        message.putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits());
        return keyring.mac(KEY, message.array());
    }
}
