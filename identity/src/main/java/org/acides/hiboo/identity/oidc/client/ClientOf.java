package org.acides.hiboo.identity.oidc.client;

import com.nimbusds.jose.JWSAlgorithm;
import org.acides.hiboo.identity.api.ServiceRef;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** What a registered client says about the service that it is the client of. */
public final class ClientOf {

    static final String SERVICE = "hiboo.service";
    static final String OPEN = "hiboo.open";
    static final String ALGORITHM = "hiboo.algorithm";

    private ClientOf() {}

    public static ServiceRef service(RegisteredClient client) {
        return ServiceRef.of(client.getClientSettings().getSetting(SERVICE));
    }

    /** Whether the service gives out tokens now: a closed one keeps what it has and gets nothing new. */
    public static boolean open(RegisteredClient client) {
        return Boolean.TRUE.equals(client.getClientSettings().getSetting(OPEN));
    }

    /** What its tokens are signed with: ES256, RS256 or EdDSA. */
    public static JWSAlgorithm algorithm(RegisteredClient client) {
        return JWSAlgorithm.parse(client.getClientSettings().getSetting(ALGORITHM));
    }
}
