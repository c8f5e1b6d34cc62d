package org.acides.hiboo.identity.oidc.client;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.acides.hiboo.infrastructure.web.OutgoingHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches the keys of clients: reads 64 KB at most, waits three seconds at most for all of it. That the address begins with
 * https, the catalogue sees to.
 */
@Component
class ClientKeys implements ResourceRetriever {

    private static final long LARGEST = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final OutgoingHttp http;

    @Autowired
    ClientKeys(@Value("${hiboo.oidc.keys-from-private-networks:false}") boolean anywhere) {
        this(anywhere, PATIENCE);
    }

    ClientKeys(boolean anywhere, Duration patience) {
        http = new OutgoingHttp(anywhere, patience);
    }

    /** @throws IOException whatever is wrong, without a word of what came back */
    @Override
    public Resource retrieveResource(URL address) throws IOException {
        HttpResponse<byte[]> keys = http.send(
                HttpRequest.newBuilder(URI.create(address.toString()))
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        if (keys.statusCode() != 200) throw new IOException("no keys there, but HTTP status " + keys.statusCode());
        return new Resource(new String(keys.body(), StandardCharsets.UTF_8), "application/json");
    }
}
