package org.acides.hiboo.identity.oidc.client;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.identity.api.ServiceRef;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** What a registered client says about the service that it is the client of. */
public final class ClientOf {

    static final String SERVICE = "hiboo.service";
    static final String OPEN = "hiboo.open";
    static final String ALGORITHM = "hiboo.algorithm";
    static final String BACK_CHANNEL = "hiboo.back-channel";
    static final String FRONT_CHANNEL = "hiboo.front-channel";
    static final String BOUND = "hiboo.bound";
    static final String KEYS = "hiboo.keys";
    static final String REQUESTS = "hiboo.requests";

    private ClientOf() {}

    public static ServiceRef service(RegisteredClient client) {
        return ServiceRef.of(client.getClientSettings().getSetting(SERVICE));
    }

    /** Whether the service gives out tokens now: a closed one keeps what it has and gets nothing new. */
    public static boolean open(RegisteredClient client) {
        return Boolean.TRUE.equals(client.getClientSettings().getSetting(OPEN));
    }

    /** Whether it gets no token that is good for whoever bears it (RFC 9449 §5.2). */
    public static boolean bound(RegisteredClient client) {
        return Boolean.TRUE.equals(client.getClientSettings().getSetting(BOUND));
    }

    /** Keys that it registered itself, as JSON (RFC 7517 §5); empty where they have an address, or it has none. */
    static String keys(RegisteredClient client) {
        return client.getClientSettings().getSetting(KEYS);
    }

    /** Whether it has any, here or at an address. */
    public static boolean hasKeys(RegisteredClient client) {
        return client.getClientSettings().getJwkSetUrl() != null
                || !keys(client).isEmpty();
    }

    /** Where its requests may lie (OpenID Connect Core §6.2), each with the fragment that it was registered with. */
    public static List<String> requests(RegisteredClient client) {
        return client.getClientSettings().getSetting(REQUESTS);
    }

    /** What its tokens are signed with: ES256, RS256 or EdDSA. */
    public static JWSAlgorithm algorithm(RegisteredClient client) {
        return JWSAlgorithm.parse(client.getClientSettings().getSetting(ALGORITHM));
    }

    public static Optional<LogoutAddress> backchannelLogout(RegisteredClient client) {
        return Optional.ofNullable(client.getClientSettings().getSetting(BACK_CHANNEL));
    }

    public static Optional<LogoutAddress> frontchannelLogout(RegisteredClient client) {
        return Optional.ofNullable(client.getClientSettings().getSetting(FRONT_CHANNEL));
    }

    /** Whether it wants to hear, one way or the other, that somebody is signed out. */
    public static boolean hearsOfLogout(RegisteredClient client) {
        return backchannelLogout(client).isPresent()
                || frontchannelLogout(client).isPresent();
    }
}
