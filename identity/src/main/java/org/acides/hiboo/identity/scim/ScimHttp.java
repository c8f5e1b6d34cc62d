package org.acides.hiboo.identity.scim;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.acides.hiboo.infrastructure.web.OutgoingHttp;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls services: reads 1 MB at most, waits ten seconds at most for all of it. */
@Component
class ScimHttp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "application/scim+json";
    private static final long LARGEST = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OutgoingHttp http;

    @org.springframework.beans.factory.annotation.Autowired
    ScimHttp(@Value("${hiboo.scim.to-private-networks:false}") boolean anywhere) {
        this(anywhere, PATIENCE);
    }

    ScimHttp(boolean anywhere, Duration patience) {
        http = new OutgoingHttp(anywhere, patience);
    }

    /** @param body JSON, or missing where there is none */
    record Answer(int status, JsonNode body, @Nullable Duration after) {}

    Answer call(Target target, String method, String path, @Nullable Object body) throws Untold {
        HttpRequest request = HttpRequest.newBuilder(URI.create(target.endpoint() + path))
                .header("Authorization", "Bearer " + target.token())
                .header("Accept", TYPE)
                .header("Content-Type", TYPE)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            return new Answer(response.statusCode(), json(response.body()), after(response));
        } catch (OutgoingHttp.Unanswered no) {
            throw new Untold("calling the service: " + no.getMessage());
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
