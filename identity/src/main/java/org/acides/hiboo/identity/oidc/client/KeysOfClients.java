package org.acides.hiboo.identity.oidc.client;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** The public keys of clients: fetched from where they publish them, or as they registered them. */
@Component
public class KeysOfClients {

    private final ResourceRetriever retriever;
    private final Map<String, JWKSource<SecurityContext>> known = new ConcurrentHashMap<>();

    KeysOfClients(ResourceRetriever retriever) {
        this.retriever = retriever;
    }

    /** The same for as long as the client's keys are named the same way. */
    static String name(RegisteredClient client) {
        return client.getId() + " " + client.getClientSettings().getJwkSetUrl() + " " + ClientOf.keys(client);
    }

    /**
     * Those at an address are fetched anew after five minutes, or for a key that is not among them, and not at every request of
     * whoever sends some.
     *
     * @throws BadJwtException when it has none
     */
    public JWKSource<SecurityContext> of(RegisteredClient client) {
        return known.computeIfAbsent(name(client), unknown -> source(client));
    }

    private JWKSource<SecurityContext> source(RegisteredClient client) {
        String address = client.getClientSettings().getJwkSetUrl();
        try {
            if (address != null)
                return JWKSourceBuilder.<SecurityContext>create(
                                URI.create(address).toURL(), retriever)
                        .build();
            if (ClientOf.keys(client).isEmpty()) throw new BadJwtException("the client has no keys");
            return new ImmutableJWKSet<>(JWKSet.parse(ClientOf.keys(client)));
        } catch (MalformedURLException | ParseException e) {
            throw new BadJwtException("the client's keys cannot be read", e);
        }
    }
}
