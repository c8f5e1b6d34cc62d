package org.acides.hiboo.identity.migration.password;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A credential of a Keycloak realm's export: JSON, in which two fields hold JSON again, as text or as it is. */
final class Keycloak implements Family {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern START = Pattern.compile("\\{\\s*\"");

    @Override
    public @Nullable OldHash read(String stored) {
        if (!START.matcher(stored).lookingAt()) return null;
        try {
            JsonNode credential = JSON.readTree(stored);
            JsonNode secret = inner(credential.path("secretData"));
            JsonNode data = inner(credential.path("credentialData"));
            byte[] salt = Bytes.ofBase64(text(secret, "salt"));
            byte[] hash = Bytes.ofBase64(text(secret, "value"));
            String iterations = digits(data.path("hashIterations"));
            return switch (text(data, "algorithm")) {
                case "pbkdf2" -> new Pbkdf2("sha1", iterations, salt, hash);
                case "pbkdf2-sha256" -> new Pbkdf2("sha256", iterations, salt, hash);
                case "pbkdf2-sha512" -> new Pbkdf2("sha512", iterations, salt, hash);
                case "argon2" -> argon2(data.path("additionalParameters"), iterations, salt, hash);
                default -> null;
            };
        } catch (JacksonException e) {
            throw Bytes.malformed();
        }
    }

    private static OldHash argon2(JsonNode parameters, String passes, byte[] salt, byte[] hash) {
        String type = parameters.path("type").path(0).asString("");
        if (!type.equals("id")
                || !parameters.path("version").path(0).asString("").equals("1.3")) throw Bytes.malformed();
        int kib = number(digits(parameters.path("memory").path(0)));
        int lanes = number(digits(parameters.path("parallelism").path(0)));
        return Argon2.id(kib, number(passes), lanes, salt, hash);
    }

    private static JsonNode inner(JsonNode node) {
        return node.isString() ? JSON.readTree(node.asString()) : node;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) throw Bytes.malformed();
        return value.asString();
    }

    private static String digits(JsonNode number) {
        String digits = number.asString("");
        if (!digits.matches("[1-9][0-9]{0,9}")) throw Bytes.malformed();
        return digits;
    }

    private static int number(String digits) {
        return Bytes.number(digits, Integer.MAX_VALUE);
    }
}
