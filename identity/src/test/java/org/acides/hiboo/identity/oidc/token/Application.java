package org.acides.hiboo.identity.oidc.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.ServiceRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's application, as it speaks to the endpoints. */
record Application(URI provider, ServiceRef service, String clientId, String secret) {

    static final String REDIRECT = "https://app.example/cb";
    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Answer(int status, JsonNode body, String challenge) {

        String text(String member) {
            return body.path(member).asString("");
        }

        String error() {
            return text("error");
        }
    }

    Application withSecret(String other) {
        return new Application(provider, service, clientId, other);
    }

    /** What a code is redeemed with, and fields more, or others, in pairs. */
    static Map<String, String> redemption(String code, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT, "code_verifier", VERIFIER));
        for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
        return fields;
    }

    Answer redeem(String code) {
        return redeem(code, VERIFIER);
    }

    Answer redeem(String code, String verifier) {
        return post("/oauth2/token", redemption(code, "code_verifier", verifier));
    }

    Answer refresh(String token) {
        return post("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    Answer clientCredentials() {
        return post("/oauth2/token", Map.of("grant_type", "client_credentials"));
    }

    Answer introspect(String token) {
        return post("/oauth2/introspect", Map.of("token", token));
    }

    int revoke(String token) {
        return post("/oauth2/revoke", Map.of("token", token)).status();
    }

    Answer userinfo(String accessToken) {
        return userinfo("Bearer " + accessToken, Map.of());
    }

    Answer userinfo(String authorization, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(provider.resolve("/userinfo")).header("Authorization", authorization);
        headers.forEach(request::header);
        return send(request.build());
    }

    Answer post(String path, Map<String, String> fields) {
        return post(path, fields, Map.of());
    }

    /** With headers more; a public client says its name instead of a secret. */
    Answer post(String path, Map<String, String> fields, Map<String, String> headers) {
        if (secret.isEmpty()) {
            Map<String, String> named = new HashMap<>(fields);
            named.put("client_id", clientId);
            HttpRequest.Builder request = form(path, named);
            headers.forEach(request::header);
            return send(request.build());
        }
        String basic = Base64.getEncoder()
                .encodeToString((encode(clientId) + ":" + encode(secret)).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = form(path, fields).header("Authorization", "Basic " + basic);
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Without a secret: the fields say all. */
    Answer postOpenly(String path, Map<String, String> fields) {
        return send(form(path, fields).build());
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(provider.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().startsWith("{") ? JSON.readTree(response.body()) : JSON.createObjectNode(),
                    String.join(", ", response.headers().allValues("WWW-Authenticate")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
