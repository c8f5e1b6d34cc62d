package org.acides.hiboo.catalog.registration;

import java.util.UUID;
import org.acides.hiboo.catalog.api.OfferId;
import org.jspecify.annotations.Nullable;

/** Notes who registered by which offer, with the token that they come back with. */
record KeepClient(
        Registered.Client client, OfferId offer, @Nullable UUID secretId, String token) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "KeepClient[" + client.clientId() + "]";
    }
}
