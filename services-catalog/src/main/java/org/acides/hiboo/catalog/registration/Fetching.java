package org.acides.hiboo.catalog.registration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.acides.hiboo.infrastructure.web.PublicHosts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches what an application that registers itself points to, as its keys are fetched: over https, with no redirect, in
 * three seconds in all, from no private network unless told so.
 */
@Component
class Fetching {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final boolean anywhere;

    Fetching(@Value("${hiboo.oidc.keys-from-private-networks:false}") boolean anywhere) {
        this.anywhere = anywhere;
    }

    /**
     * @param largest in bytes
     * @throws IOException whatever is wrong, without a word of what came back
     */
    byte[] fetch(URI address, String accepted, int largest) throws IOException {
        boolean web = "https".equals(address.getScheme()) && address.getHost() != null;
        if (!anywhere && !web) throw new IOException("not an https address");
        if (!anywhere) PublicHosts.require(address.getHost());
        CompletableFuture<HttpResponse<byte[]>> answer;
        try {
            answer = http.sendAsync(
                    HttpRequest.newBuilder(address).header("Accept", accepted).build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), largest));
        } catch (IllegalArgumentException noWeb) {
            throw new IOException("no address of the web", noWeb);
        }
        try {
            HttpResponse<byte[]> found = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (found.statusCode() != 200) throw new IOException("HTTP status " + found.statusCode());
            return found.body();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("nothing came in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("no longer waited for", e);
        } finally {
            answer.cancel(true);
        }
    }
}
