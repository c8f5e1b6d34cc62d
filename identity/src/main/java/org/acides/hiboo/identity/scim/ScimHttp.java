package org.acides.hiboo.identity.scim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.acides.hiboo.infrastructure.web.PublicHosts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls services. It follows no redirect, for the token would go along; reads 1 MB at most, waits ten seconds at most for all
 * of it, and calls neither itself nor a private network unless it is told to.
 */
@Component
class ScimHttp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "application/scim+json";
    private static final long LARGEST = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final boolean anywhere;
    private final Duration patience;

    @org.springframework.beans.factory.annotation.Autowired
    ScimHttp(@Value("${hiboo.scim.to-private-networks:false}") boolean anywhere) {
        this(anywhere, PATIENCE);
    }

    ScimHttp(boolean anywhere, Duration patience) {
        this.anywhere = anywhere;
        this.patience = patience;
    }

    /** @param body JSON, or missing where there is none */
    record Answer(int status, JsonNode body, @Nullable Duration after) {}

    Answer call(Target target, String method, String path, @Nullable Object body) throws Untold {
        URI address = URI.create(target.endpoint() + path);
        try {
            if (!anywhere) PublicHosts.require(address.getHost());
        } catch (IOException notThere) {
            throw new Untold("the address leads nowhere, or into a private network");
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + target.token())
                .header("Accept", TYPE)
                .header("Content-Type", TYPE)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), json(response.body()), after(response));
        } catch (ExecutionException e) {
            throw new Untold("the service cannot be reached, or answers too much");
        } catch (TimeoutException e) {
            throw new Untold("the service took too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Untold("the service is no longer waited for");
        } finally {
            answer.cancel(true);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        } catch (JacksonException noJson) {
            return JSON.missingNode();
        }
    }

    private static @Nullable Duration after(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }
}
