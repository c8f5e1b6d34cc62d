package org.acides.hiboo.catalog.registration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.acides.hiboo.infrastructure.web.OutgoingHttp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches what an application that registers itself points to, as its keys are fetched: over https, with no redirect, in
 * three seconds in all, from no private network unless told so.
 */
@Component
class Fetching {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final OutgoingHttp http;
    private final boolean anywhere;

    Fetching(@Value("${hiboo.oidc.keys-from-private-networks:false}") boolean anywhere) {
        this.anywhere = anywhere;
        http = new OutgoingHttp(anywhere, PATIENCE);
    }

    /**
     * @param largest in bytes
     * @throws IOException whatever is wrong, without a word of what came back
     */
    byte[] fetch(URI address, String accepted, int largest) throws IOException {
        boolean web = "https".equals(address.getScheme()) && address.getHost() != null;
        if (!anywhere && !web) throw new IOException("not an https address");
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(address).header("Accept", accepted).build();
        } catch (IllegalArgumentException noWeb) {
            throw new IOException("no address of the web", noWeb);
        }
        HttpResponse<byte[]> found = http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
        if (found.statusCode() != 200) throw new IOException("HTTP status " + found.statusCode());
        return found.body();
    }
}
