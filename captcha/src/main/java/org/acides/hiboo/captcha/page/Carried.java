package org.acides.hiboo.captcha.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A challenge that a page carries from one request to the next, as base64 of its JSON. */
public final class Carried {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Carried() {}

    /** @param challenge as it is posed; what it shows is left out */
    public static String of(Map<String, Object> challenge) {
        return encode(JSON.valueToTree(
                Map.of("parameters", challenge.get("parameters"), "signature", challenge.get("signature"))));
    }

    /**
     * What {@code Solutions} takes: the challenge with a solution of one text.
     *
     * @param carried whatever came back
     * @throws IllegalArgumentException when it is nothing that was carried
     */
    public static String solved(String carried, String text) {
        try {
            JsonNode challenge = JSON.readTree(Base64.getDecoder().decode(carried));
            ObjectNode payload = JSON.createObjectNode();
            payload.set("challenge", challenge);
            payload.putObject("solution").put("text", text);
            return encode(payload);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no challenge", e);
        }
    }

    private static String encode(JsonNode node) {
        return Base64.getEncoder().encodeToString(node.toString().getBytes(UTF_8));
    }
}
