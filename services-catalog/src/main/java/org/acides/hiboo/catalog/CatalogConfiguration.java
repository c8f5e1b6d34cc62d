package org.acides.hiboo.catalog;

import org.acides.hiboo.infrastructure.database.SchemaMigrations;
import org.acides.hiboo.infrastructure.eventstore.RevisionStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

/** The whole of the catalogue; import it beside infrastructure's configuration. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CatalogConfiguration {

    /** Until then no application was told, nor bound its tokens to a key. */
    public static final RevisionStep CLIENTS_ARE_TOLD_OF_SIGNING_OUT = new RevisionStep(
            "catalog.oidc-client-configured",
            0,
            payload -> ((ObjectNode) payload.get("client"))
                    .putNull("backchannelLogout")
                    .putNull("frontchannelLogout")
                    .put("dpopBoundAccessTokens", false));

    /** Until then every client's keys had an address, and every request stood in the address that people were sent with. */
    public static final RevisionStep CLIENTS_BRING_KEYS_AND_REQUESTS = new RevisionStep(
            "catalog.oidc-client-configured",
            1,
            payload -> ((ObjectNode) payload.get("client"))
                    .put("jwks", "")
                    .put("userinfoAlgorithm", "")
                    .putArray("requestUris"));

    @Bean
    RevisionStep clientsBringKeysAndRequests() {
        return CLIENTS_BRING_KEYS_AND_REQUESTS;
    }

    @Bean
    SchemaMigrations catalogMigrations() {
        return new SchemaMigrations("catalog", "classpath:db/catalog");
    }

    @Bean
    RevisionStep clientsAreToldOfSigningOut() {
        return CLIENTS_ARE_TOLD_OF_SIGNING_OUT;
    }
}
