package org.acides.hiboo.identity.ownerlink;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.stereotype.Component;

/** Names a slot of an account at a service so that only a holder of the key can name it again. */
@Component
class OwnerTags {

    /**
     * The most profiles that one account holds at a service: the twenty that a quota grants at most, and as many again that
     * fill no place in it.
     */
    static final int SLOTS = 40;

    private static final String KEY = "identity.owner-link";
    private static final String LOCK = "identity.owner-link-lock";

    private final Keyring keyring;

    OwnerTags(Keyring keyring) {
        this.keyring = keyring;
    }

    /** One tag of 32 bytes for each slot, in order. */
    byte[][] of(AccountId account, ServiceRef service) {
        byte[][] tags = new byte[SLOTS][];
        for (int slot = 0; slot < SLOTS; slot++) tags[slot] = keyring.mac(KEY, message(account, service, slot));
        return tags;
    }

    /** A number that stands for the account at the service while somebody counts its profiles there. */
    long lock(AccountId account, ServiceRef service) {
        return ByteBuffer.wrap(keyring.mac(LOCK, message(account, service, 0))).getLong();
    }

    private static byte[] message(AccountId account, ServiceRef service, int slot) {
        ByteBuffer message = ByteBuffer.allocate(33);
        put(message, account.value());
        put(message, service.value());
        return message.put((byte) slot).array();
    }

    private static void put(ByteBuffer message, UUID id) {
        message.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
