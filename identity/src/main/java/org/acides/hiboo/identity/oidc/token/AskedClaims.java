package org.acides.hiboo.identity.oidc.token;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.acides.hiboo.identity.oidc.Acr;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The single claims that a request asks for, by {@code claims} (OpenID Connect Core §5.5) or by {@code max_age}, as far
 * as somebody allows them. Claims that are always there are not listed.
 */
record AskedClaims(Set<String> idToken, Set<String> userinfo) {

    /** What stands before a level among the claims of an ID token. */
    static final String LEVEL = "acr=";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The scope that each claim belongs to: who may not have the scope may not have the claim. */
    private static final Map<String, String> SCOPES =
            Map.of("email", "email", "email_verified", "email", "preferred_username", "profile", "auth_time", "openid");

    AskedClaims {
        idToken = Set.copyOf(idToken);
        userinfo = Set.copyOf(userinfo);
    }

    /** @param allowed whether a claim of the scope may be told */
    static AskedClaims of(OAuth2AuthorizationRequest request, Predicate<String> allowed) {
        Map<String, Object> parameters = request.getAdditionalParameters();
        JsonNode asked = parse(parameters.get("claims"));
        Set<String> idToken = names(asked.path("id_token"), allowed);
        if (parameters.containsKey("max_age")) idToken.add("auth_time");
        idToken.addAll(levels(asked.path("id_token").path("acr")));
        return new AskedClaims(idToken, names(asked.path("userinfo"), allowed));
    }

    private static Set<String> names(JsonNode asked, Predicate<String> allowed) {
        Set<String> names = new LinkedHashSet<>();
        SCOPES.forEach((claim, scope) -> {
            if (asked.has(claim) && allowed.test(scope)) names.add(claim);
        });
        return names;
    }

    /** Levels of which the application insists on one: what it is answered must be one of them (§5.5.1.1). */
    private static List<String> levels(JsonNode acr) {
        if (!acr.path("essential").booleanValue(false)) return List.of();
        return Acr.known().stream()
                .filter(level -> level.equals(acr.path("value").asString(""))
                        || acr.path("values")
                                .valueStream()
                                .anyMatch(one ->
                                        one.isString() && one.stringValue().equals(level)))
                .map(LEVEL::concat)
                .toList();
    }

    /** What is malformed was refused long before; here it merely asks for nothing. */
    private static JsonNode parse(@org.jspecify.annotations.Nullable Object claims) {
        try {
            return claims instanceof String text ? JSON.readTree(text) : JSON.createObjectNode();
        } catch (JacksonException malformed) {
            return JSON.createObjectNode();
        }
    }
}
