package org.acides.hiboo.identity.moving;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import org.acides.hiboo.infrastructure.web.OutgoingHttp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Calls other communities: reads 64 KB at most of an answer, and waits five seconds at most for all of it. */
@Component
class CommunityHttp {

    static final String RECEIPTS = "/moving/receipts";
    static final String RECEIPT_TYPE = "application/jwt";

    private static final String KEYS = "/oauth2/jwks";
    private static final long LARGEST = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OutgoingHttp http;

    CommunityHttp(@Value("${hiboo.moving.to-private-networks:false}") boolean anywhere) {
        http = new OutgoingHttp(anywhere, PATIENCE);
    }

    /** What a community says to a receipt. */
    enum Answer {
        /** The profile is ours now. */
        LET_GO,
        /** It stays there. */
        REFUSED,
        /** Nobody knows. */
        SILENT
    }

    JWKSet keys(URI community) throws IOException {
        HttpResponse<byte[]> answer = call(
                request(community, KEYS).header("Accept", "application/json").build());
        if (answer.statusCode() != 200) throw new IOException("no keys there, but HTTP status " + answer.statusCode());
        try {
            return JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ParseException noKeys) {
            throw new IOException("what came are no keys");
        }
    }

    /** @param receipt signed by us */
    Answer post(URI community, String receipt) {
        HttpRequest request = request(community, RECEIPTS)
                .header("Content-Type", RECEIPT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(receipt))
                .build();
        try {
            return switch (call(request).statusCode()) {
                case 204 -> Answer.LET_GO;
                case 409 -> Answer.REFUSED;
                default -> Answer.SILENT;
            };
        } catch (IOException notThere) {
            return Answer.SILENT;
        }
    }

    private static HttpRequest.Builder request(URI community, String path) {
        return HttpRequest.newBuilder(URI.create(community + path));
    }

    private HttpResponse<byte[]> call(HttpRequest request) throws IOException {
        return http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
    }
}
