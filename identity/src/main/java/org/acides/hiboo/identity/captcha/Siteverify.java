package org.acides.hiboo.identity.captcha;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.acides.hiboo.infrastructure.web.OutgoingHttp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a server about a pass, as hCaptcha's documentation has it ("Verify the user response server side"), without the
 * visitor's address, and waits five seconds at most.
 */
final class Siteverify {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 16 * 1024;

    private final OutgoingHttp http = new OutgoingHttp(true, PATIENCE);

    /**
     * What the server said.
     *
     * @param action for which the pass was made; empty when it does not say
     * @param errors its error codes
     */
    record Verdict(boolean success, String action, List<String> errors) {}

    /** @throws IOException when there is no answer that makes sense */
    Verdict ask(URI server, SiteKeys keys, String response) throws IOException {
        String form = "secret=" + encoded(keys.secret()) + "&response=" + encoded(response) + "&sitekey="
                + encoded(keys.siteKey());
        HttpRequest request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> answer =
                http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        if (answer.statusCode() != 200) throw new IOException("siteverify answered " + answer.statusCode());
        try {
            return read(JSON.readTree(answer.body()));
        } catch (JacksonException junk) {
            throw new IOException("siteverify answered no JSON", junk);
        }
    }

    private static Verdict read(JsonNode answer) throws IOException {
        if (!answer.path("success").isBoolean()) throw new IOException("siteverify did not say whether");
        List<String> errors = new ArrayList<>();
        answer.path("error-codes").forEach(code -> errors.add(code.asString("")));
        return new Verdict(
                answer.path("success").booleanValue(), answer.path("action").asString(""), errors);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
