package org.acides.hiboo.captcha.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Solutions of challenges that people solve, as the widget sends them. */
public final class Payloads {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Payloads() {}

    /** @param challenge as it was answered */
    public static String text(JsonNode challenge, String text) {
        return with(challenge, JSON.createObjectNode().put("text", text));
    }

    public static String token(JsonNode challenge, String token) {
        return with(challenge, JSON.createObjectNode().put("token", token));
    }

    private static String with(JsonNode challenge, ObjectNode solution) {
        ObjectNode bare = JSON.createObjectNode();
        bare.set("parameters", challenge.path("parameters"));
        bare.set("signature", challenge.path("signature"));
        ObjectNode payload = JSON.createObjectNode();
        payload.set("challenge", bare);
        payload.set("solution", solution);
        return Base64.getEncoder().encodeToString(payload.toString().getBytes(UTF_8));
    }
}
