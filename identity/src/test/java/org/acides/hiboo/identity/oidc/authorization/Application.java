package org.acides.hiboo.identity.oidc.authorization;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.acides.hiboo.identity.api.ServiceRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A relying party of the plainest kind. */
public record Application(URI issuer, ServiceRef service, String id, String secret) {

    public static final String REDIRECT = "https://app.example/callback";
    static final String OTHER_REDIRECT = "https://app.example/other?from=hiboo";
    public static final String LEFT = "https://app.example/left";

    /** RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The request's query; a name that begins with a minus takes a parameter away. */
    String ask(String... changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("response_type", "code");
        fields.put("client_id", id);
        fields.put("redirect_uri", REDIRECT);
        fields.put("scope", "openid profile email");
        fields.put("state", "a state & more");
        fields.put("nonce", "n-0S6");
        fields.put("code_challenge", CHALLENGE);
        fields.put("code_challenge_method", "S256");
        for (int i = 0; i < changes.length; i += 2)
            if (changes[i].startsWith("-")) fields.remove(changes[i].substring(1));
            else fields.put(changes[i], changes[i + 1]);
        return Browser.form(fields);
    }

    public String address(String... changes) {
        return "/oauth2/authorize?" + ask(changes);
    }

    public HttpResponse<String> post(String path, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(issuer.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(secret.isEmpty() ? form + "&client_id=" + id : form));
        if (!secret.isEmpty()) request.header("Authorization", basic());
        return Browser.send(request.build());
    }

    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> redeem(String code) {
        return redeem(code, VERIFIER);
    }

    HttpResponse<String> redeem(String code, String verifier) {
        return post(
                "/oauth2/token",
                Browser.form(Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", REDIRECT,
                        "code_verifier", verifier)));
    }

    /** The tokens for a code that is good. */
    public JsonNode tokens(String code) {
        HttpResponse<String> answer = redeem(code);
        if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return json(answer);
    }

    public static JsonNode claims(JsonNode tokens) {
        String payload = tokens.get("id_token").asString().split("\\.")[1];
        return JSON.readTree(Base64.getUrlDecoder().decode(payload));
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    public static String error(HttpResponse<String> answer) {
        return json(answer).get("error").asString();
    }
}
