package org.acides.hiboo.identity.oidc.client;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.acides.hiboo.infrastructure.web.PublicHosts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches the keys of clients: the one address that somebody else's word makes this server call. It follows no redirect,
 * reads 64 KB at most, waits three seconds at most for all of it, and calls neither itself nor a private network unless
 * it is told to. That the address begins with https, the catalogue sees to.
 */
@Component
class ClientKeys implements ResourceRetriever {

    private static final long LARGEST = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final boolean anywhere;
    private final Duration patience;

    @Autowired
    ClientKeys(@Value("${hiboo.oidc.keys-from-private-networks:false}") boolean anywhere) {
        this(anywhere, PATIENCE);
    }

    ClientKeys(boolean anywhere, Duration patience) {
        this.anywhere = anywhere;
        this.patience = patience;
    }

    /** @throws IOException whatever is wrong, without a word of what came back */
    @Override
    public Resource retrieveResource(URL address) throws IOException {
        URI uri = URI.create(address.toString());
        if (!anywhere) PublicHosts.require(uri.getHost());
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                HttpRequest.newBuilder(uri).header("Accept", "application/json").build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> keys = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (keys.statusCode() != 200) throw new IOException("no keys there, but HTTP status " + keys.statusCode());
            return new Resource(new String(keys.body(), StandardCharsets.UTF_8), "application/json");
        } catch (ExecutionException e) {
            throw new IOException("the keys cannot be fetched", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the keys took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the keys are no longer waited for", e);
        } finally {
            answer.cancel(true);
        }
    }
}
