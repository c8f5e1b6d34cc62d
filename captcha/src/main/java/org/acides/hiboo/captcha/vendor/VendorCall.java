package org.acides.hiboo.captcha.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a vendor whether a token is good, by the protocol that they have in common (reCAPTCHA's {@code siteverify}). It says
 * nothing about the visitor: no {@code remoteip}. It follows no redirect, waits five seconds, reads 16 KiB, and 16 such
 * calls run at a time.
 */
@Component
class VendorCall {

    private static final int LONGEST = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Semaphore turns = new Semaphore(16);
    private final HttpClient http;
    private final Duration patience;

    @Autowired
    VendorCall() {
        this(Duration.ofSeconds(5));
    }

    VendorCall(Duration patience) {
        this.patience = patience;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /**
     * The vendor's answer, whatever it says.
     *
     * @throws Refused {@code busy} when the vendor does not answer in time, or nothing that can be read
     */
    JsonNode verify(URI address, String secret, String token) {
        if (!turns.tryAcquire()) throw new Refused("busy");
        CompletableFuture<HttpResponse<byte[]>> answer = null;
        try {
            String form = "secret=" + URLEncoder.encode(secret, UTF_8) + "&response=" + URLEncoder.encode(token, UTF_8);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "application/json")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            JsonNode json = JSON.readTree(response.body());
            if (response.statusCode() >= 500 || !json.path("success").isBoolean()) throw new Refused("busy");
            return json;
        } catch (ExecutionException | TimeoutException | JacksonException e) {
            throw new Refused("busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("busy");
        } finally {
            if (answer != null) answer.cancel(true);
            turns.release();
        }
    }
}
