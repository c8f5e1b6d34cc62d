package org.acides.hiboo.identity.oidc.client;

import java.time.ZoneOffset;
import java.util.UUID;
import org.acides.hiboo.catalog.api.RegisteredSecret;
import org.acides.hiboo.catalog.api.events.ClientRegistered;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the clients, in the transaction of the catalogue's events. */
@Component
@ProcessingGroup("lookup.identity.oidc-client")
class ClientLookup {

    private final JdbcClient jdbc;
    private final Keyring keyring;

    ClientLookup(JdbcClient jdbc, Keyring keyring) {
        this.jdbc = jdbc;
        this.keyring = keyring;
    }

    @EventHandler
    void on(OidcClientConfigured event) {
        jdbc.sql("INSERT INTO identity.oidc_client (service_id, client_id, version, definition)"
                        + " VALUES (?, ?, nextval('identity.oidc_client_version'), ?::jsonb)"
                        + " ON CONFLICT (service_id) DO UPDATE SET client_id = EXCLUDED.client_id,"
                        + " version = EXCLUDED.version, definition = EXCLUDED.definition")
                .param(event.serviceId().value())
                .param(event.client().clientId())
                .param(Clients.JSON.writeValueAsString(event.client()))
                .update();
    }

    /** It is the client's first: those that an admin issues take its place. */
    @EventHandler
    void on(ClientRegistered event) {
        UUID secret = event.secretId();
        if (secret == null) return;
        jdbc.sql("INSERT INTO identity.oidc_client_secret (secret_id, service_id, hash, issued_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (secret_id) DO NOTHING")
                .param(secret)
                .param(event.serviceId().value())
                .param(Secret.digest(RegisteredSecret.of(keyring, secret)))
                .param(event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(ServiceRetired event) {
        jdbc.sql("DELETE FROM identity.oidc_client_secret WHERE service_id = ?")
                .param(event.serviceId().value())
                .update();
    }
}
