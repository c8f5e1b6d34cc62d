package org.acides.hiboo.identity.oidc.authorization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.oidc.Acr;
import org.acides.hiboo.identity.oidc.dpop.Proofs;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.stereotype.Component;

/**
 * What this provider says of itself (OpenID Connect Discovery §3, RFC 8414 §2): the same in both places, and nothing that
 * does not hold.
 */
@Component
class Discovery {

    private static final List<String> AUTHENTICATION =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none");
    private static final List<String> CONFIDENTIAL =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt");

    private final PublicAddress address;

    Discovery(PublicAddress address) {
        this.address = address;
    }

    /** Puts our members in place of all that are there. */
    void describe(Map<String, Object> members) {
        members.clear();
        endpoints(members);
        authentication(members);
        dialogue(members);
        members.replaceAll((name, value) -> value instanceof List<?> list ? new ArrayList<>(list) : value);
    }

    private void endpoints(Map<String, Object> members) {
        members.put("issuer", address.origin().toString());
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("authorization_endpoint", "/oauth2/authorize");
        paths.put("token_endpoint", "/oauth2/token");
        paths.put("userinfo_endpoint", "/userinfo");
        paths.put("jwks_uri", "/oauth2/jwks");
        paths.put("end_session_endpoint", "/connect/logout");
        paths.put("pushed_authorization_request_endpoint", "/oauth2/par");
        paths.put("device_authorization_endpoint", "/oauth2/device_authorization");
        paths.put("introspection_endpoint", "/oauth2/introspect");
        paths.put("revocation_endpoint", "/oauth2/revoke");
        // The catalogue answers there.
        paths.put("registration_endpoint", "/connect/register");
        paths.forEach((name, path) -> members.put(name, address.link(path)));
    }

    private static void authentication(Map<String, Object> members) {
        members.put("token_endpoint_auth_methods_supported", AUTHENTICATION);
        members.put("revocation_endpoint_auth_methods_supported", AUTHENTICATION);
        members.put("introspection_endpoint_auth_methods_supported", CONFIDENTIAL);
        for (String endpoint : List.of("token", "revocation", "introspection"))
            members.put(endpoint + "_endpoint_auth_signing_alg_values_supported", List.of("ES256", "RS256", "PS256"));
        members.put("code_challenge_methods_supported", List.of("S256"));
        members.put("dpop_signing_alg_values_supported", Proofs.algorithms());
        members.put("require_pushed_authorization_requests", false);
        members.put("authorization_response_iss_parameter_supported", true);
    }

    private static void dialogue(Map<String, Object> members) {
        members.put("response_types_supported", List.of("code"));
        members.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        members.put(
                "grant_types_supported",
                List.of(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "urn:ietf:params:oauth:grant-type:token-exchange"));
        members.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        members.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        members.put("acr_values_supported", Acr.known());
        members.put("display_values_supported", List.of("page"));
        members.put("ui_locales_supported", List.of("en", "fr"));
        members.put("subject_types_supported", List.of("pairwise"));
        members.put("id_token_signing_alg_values_supported", List.of("ES256", "RS256", "EdDSA"));
        members.put("userinfo_signing_alg_values_supported", List.of("ES256", "RS256", "EdDSA"));
        members.put("claim_types_supported", List.of("normal"));
        members.put("claims_parameter_supported", true);
        members.put("claims_supported", claims());
        for (String channel : List.of("backchannel", "frontchannel")) {
            members.put(channel + "_logout_supported", true);
            members.put(channel + "_logout_session_supported", true);
        }
        members.put("request_parameter_supported", true);
        members.put("request_uri_parameter_supported", true);
        members.put("require_request_uri_registration", true);
        members.put("request_object_signing_alg_values_supported", RequestObjects.ALGORITHMS);
    }

    private static List<String> claims() {
        return List.of(
                "iss",
                "sub",
                "aud",
                "sid",
                "exp",
                "iat",
                "auth_time",
                "nonce",
                "acr",
                "amr",
                "preferred_username",
                "email",
                "email_verified");
    }
}
