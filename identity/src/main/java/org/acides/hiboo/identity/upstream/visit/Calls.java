package org.acides.hiboo.identity.upstream.visit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.acides.hiboo.identity.upstream.Issuers;
import org.acides.hiboo.infrastructure.web.PublicHosts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks providers. It follows no redirect, for a secret would go along; reads 256 KB at most, waits five seconds at most for
 * all of it, and calls neither this machine nor a private network unless it is told to.
 */
@Component
class Calls {

    private static final long LARGEST = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final boolean anywhere;
    private final Duration patience;

    @Autowired
    Calls(@Value("${hiboo.upstream.in-private-networks:false}") boolean anywhere) {
        this(anywhere, PATIENCE);
    }

    Calls(boolean anywhere, Duration patience) {
        this.anywhere = anywhere;
        this.patience = patience;
    }

    record Reply(int status, String body) {}

    /** @throws IOException whatever is wrong, without a word of what came back */
    String get(URI address) throws IOException {
        Reply reply = send(HttpRequest.newBuilder(require(address)).GET());
        if (reply.status() != 200) throw new IOException("HTTP status " + reply.status());
        return reply.body();
    }

    /** @throws IOException as above; an error's status is no such thing */
    Reply post(URI address, String form, String authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(require(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return send(request);
    }

    private URI require(URI address) throws IOException {
        if (!Issuers.isSafe(address)) throw new IOException("no https address");
        if (!anywhere) PublicHosts.require(address.getHost());
        return address;
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                request.header("Accept", "application/json").build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            throw new IOException("cannot be reached, or answers too much", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("is no longer waited for", e);
        } finally {
            answer.cancel(true);
        }
    }
}
