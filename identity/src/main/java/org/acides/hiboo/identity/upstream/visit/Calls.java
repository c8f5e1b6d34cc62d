package org.acides.hiboo.identity.upstream.visit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.acides.hiboo.identity.upstream.Issuers;
import org.acides.hiboo.infrastructure.web.OutgoingHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks providers: reads 256 KB at most of an answer, and waits five seconds at most for all of it. */
@Component
class Calls {

    private static final long LARGEST = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OutgoingHttp http;

    @Autowired
    Calls(@Value("${hiboo.upstream.in-private-networks:false}") boolean anywhere) {
        this(anywhere, PATIENCE);
    }

    Calls(boolean anywhere, Duration patience) {
        http = new OutgoingHttp(anywhere, patience);
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
        return address;
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        HttpResponse<byte[]> answer = http.send(
                request.header("Accept", "application/json").build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        return new Reply(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    }
}
