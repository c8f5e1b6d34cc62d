package org.acides.hiboo.infrastructure.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls servers at addresses that somebody else chose. It follows no redirect, for what goes along would go there too; it
 * waits no longer than its patience for all of an answer, and calls neither this machine nor a private network unless it is
 * told to. How much of an answer is read, the handler of its body says.
 */
public final class OutgoingHttp {

    private final HttpClient http;
    private final boolean anywhere;
    private final Duration patience;

    /** @param anywhere also into private networks */
    public OutgoingHttp(boolean anywhere, Duration patience) {
        this.anywhere = anywhere;
        this.patience = patience;
        http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** @throws Unanswered when no answer came, or none that the handler takes */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws Unanswered {
        if (!anywhere) requirePublic(request);
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Unanswered("it cannot be reached, or answers too much", e.getCause());
        } catch (TimeoutException e) {
            throw new Unanswered("it took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("it is no longer waited for", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static void requirePublic(HttpRequest request) throws Unanswered {
        try {
            PublicHosts.require(request.uri().getHost());
        } catch (IOException no) {
            throw new Unanswered("its address leads nowhere, or into a private network", no);
        }
    }

    /** No answer. The message says why, beginning with "it" or "its", and nothing of what came back. */
    public static final class Unanswered extends IOException {

        private static final long serialVersionUID = 1L;

        Unanswered(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
