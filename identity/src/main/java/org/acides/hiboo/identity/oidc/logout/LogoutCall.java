package org.acides.hiboo.identity.oidc.logout;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
 * Brings a logout token to an application (OpenID Connect Back-Channel Logout 1.0 §2.5). It follows no redirect, reads
 * nothing of the answer but its status, waits five seconds at most for it, and calls neither this machine nor a private
 * network unless it is told to.
 */
@Component
class LogoutCall {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final boolean anywhere;
    private final Duration patience;

    @Autowired
    LogoutCall(@Value("${hiboo.oidc.logout-to-private-networks:false}") boolean anywhere) {
        this(anywhere, PATIENCE);
    }

    LogoutCall(boolean anywhere, Duration patience) {
        this.anywhere = anywhere;
        this.patience = patience;
    }

    /** The application was told, cannot do it, or is to be asked again. */
    enum Outcome {
        TOLD,
        REFUSED,
        UNREACHABLE
    }

    /** @return never {@code TOLD} without the application's own word for it (§2.8) */
    Outcome bring(URI address, String logoutToken) {
        CompletableFuture<HttpResponse<Void>> answer = null;
        try {
            if (!anywhere) PublicHosts.require(address.getHost());
            answer = http.sendAsync(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(
                                    "logout_token=" + URLEncoder.encode(logoutToken, StandardCharsets.US_ASCII)))
                            .build(),
                    HttpResponse.BodyHandlers.replacing(null));
            return outcome(
                    answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Outcome.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.UNREACHABLE;
        } finally {
            if (answer != null) answer.cancel(true);
        }
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) return Outcome.TOLD;
        return status == 400 || status == 501 ? Outcome.REFUSED : Outcome.UNREACHABLE;
    }
}
