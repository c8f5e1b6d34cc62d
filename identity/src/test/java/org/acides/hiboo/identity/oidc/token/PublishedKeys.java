package org.acides.hiboo.identity.oidc.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The web, as far as clients publish their keys and requests on it. */
@Component
@Primary
class PublishedKeys implements ResourceRetriever {

    private final Map<String, String> sites = new ConcurrentHashMap<>();

    void publish(String address, JWK... keys) {
        publish(address, new JWKSet(java.util.List.of(keys)).toPublicJWKSet().toString());
    }

    void publish(String address, String text) {
        sites.put(address, text);
    }

    void takeDown(String address) {
        sites.remove(address);
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        String keys = sites.get(address.toString());
        if (keys == null) throw new IOException("nobody there");
        return new Resource(keys, "application/json");
    }
}
