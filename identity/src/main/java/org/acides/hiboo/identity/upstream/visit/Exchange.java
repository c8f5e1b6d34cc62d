package org.acides.hiboo.identity.upstream.visit;

import static org.acides.hiboo.identity.upstream.visit.Trouble.Why.REFUSED;
import static org.acides.hiboo.identity.upstream.visit.Trouble.Why.UNREACHABLE;
import static org.acides.hiboo.identity.upstream.visit.Trouble.Why.UNTRUE;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.upstream.Provider;
import org.acides.hiboo.identity.upstream.UpstreamSecrets;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Redeems codes for ID tokens (OpenID Connect Core §3.1.3). The access token that comes along is not kept, nor used. */
@Component
class Exchange {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Calls calls;
    private final UpstreamSecrets secrets;
    private final Departure departure;

    Exchange(Calls calls, UpstreamSecrets secrets, Departure departure) {
        this.calls = calls;
        this.secrets = secrets;
        this.departure = departure;
    }

    /** @throws Trouble UNREACHABLE, REFUSED */
    String idToken(Provider provider, Metadata metadata, String code, BrowserKey key) {
        String secret = secrets.find(provider.id()).orElseThrow(() -> new Trouble(REFUSED, "no secret for it"));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", departure.back(provider));
        form.put("code_verifier", key.verifier());
        if (metadata.byPost()) {
            form.put("client_id", provider.clientId());
            form.put("client_secret", secret);
        }
        try {
            Calls.Reply reply = calls.post(
                    metadata.token(), encode(form), metadata.byPost() ? "" : basic(provider.clientId(), secret));
            JsonNode said = JSON.readTree(reply.body());
            if (reply.status() != 200) throw new Trouble(REFUSED, "the code: " + word(said.path("error")));
            String token = said.path("id_token").asString("");
            if (token.isEmpty()) throw new Trouble(UNTRUE, "no ID token");
            return token;
        } catch (IOException | JacksonException e) {
            throw new Trouble(UNREACHABLE, "the code: " + e.getMessage());
        }
    }

    /** Encoded before they are joined (RFC 6749 §2.3.1). */
    private static String basic(String client, String secret) {
        String both = encode(client) + ":" + encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An error's code, for the log. */
    static String word(JsonNode error) {
        return word(error.asString(""));
    }

    static String word(String error) {
        return error.matches("[a-z_]{1,60}") ? error : "an error without a name";
    }
}
