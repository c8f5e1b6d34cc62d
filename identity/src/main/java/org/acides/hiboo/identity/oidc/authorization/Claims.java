package org.acides.hiboo.identity.oidc.authorization;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the dialogue heeds of a {@code claims} parameter (OpenID Connect Core §5.5); the rest is for whoever fills tokens.
 *
 * @param acr levels one of which the application insists on; empty when it does not
 * @param subjects the one subject that the application wants to hear of; empty for any, more than one for nobody
 */
record Claims(Set<String> acr, Set<String> subjects) {

    static final Claims NONE = new Claims(Set.of(), Set.of());

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Claims {
        acr = Set.copyOf(acr);
        subjects = Set.copyOf(subjects);
    }

    /** @throws IllegalArgumentException when it is no such JSON */
    static Claims parse(String text) {
        JsonNode all;
        try {
            all = JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("no JSON", malformed);
        }
        if (!all.isObject()) throw new IllegalArgumentException("no JSON object");
        Set<String> subjects = new HashSet<>();
        for (String place : Set.of("userinfo", "id_token")) {
            JsonNode asked = all.path(place);
            if (asked.isMissingNode()) continue;
            if (!asked.isObject()) throw new IllegalArgumentException(place + " is no JSON object");
            asked.forEachEntry((claim, how) -> {
                if (!how.isNull() && !how.isObject())
                    throw new IllegalArgumentException("a claim is neither null nor a JSON object");
            });
            subjects.addAll(values(asked.path("sub")));
        }
        JsonNode acr = all.path("id_token").path("acr");
        JsonNode essential = acr.path("essential");
        return new Claims(essential.isBoolean() && essential.booleanValue() ? values(acr) : Set.of(), subjects);
    }

    private static Set<String> values(JsonNode claim) {
        Set<String> values = new HashSet<>();
        JsonNode value = claim.path("value");
        if (value.isString()) values.add(value.stringValue());
        for (JsonNode one : claim.path("values")) if (one.isString()) values.add(one.stringValue());
        return values;
    }
}
