package org.acides.hiboo.catalog.registration;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.catalog.api.OidcClient;
import org.jspecify.annotations.Nullable;

/**
 * Reads metadata into a client (RFC 7591 §2, OpenID Connect Dynamic Client Registration 1.0 §2); {@link ClientTold} writes it.
 * What would change what the application gets, and is not done here, is refused; what is mere information is passed over.
 */
final class ClientMetadata {

    private static final String CODE = "authorization_code";
    private static final Set<String> KEPT_SECRETS = Set.of("client_secret_basic", "client_secret_post");

    /** Of our words, the RFCs'. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("redirectUris", "redirect_uris"),
            Map.entry("postLogoutRedirectUris", "post_logout_redirect_uris"),
            Map.entry("authenticationMethods", "token_endpoint_auth_method"),
            Map.entry("grantTypes", "grant_types"),
            Map.entry("scopes", "scope"),
            Map.entry("idTokenAlgorithm", "id_token_signed_response_alg"),
            Map.entry("jwksUri", "jwks_uri"),
            Map.entry("jwks", "jwks"),
            Map.entry("userinfoAlgorithm", "userinfo_signed_response_alg"),
            Map.entry("requestUris", "request_uris"),
            Map.entry("backchannelLogout", "backchannel_logout_uri"),
            Map.entry("frontchannelLogout", "frontchannel_logout_uri"));

    private ClientMetadata() {}

    static boolean keepsSecret(OidcClient client) {
        return client.authenticationMethods().stream().anyMatch(KEPT_SECRETS::contains);
    }

    /**
     * @param firstParty as an admin decided: no application decides that of itself
     * @throws RegistrationError in the RFC's words
     */
    static OidcClient read(Fields sent, String clientId, boolean firstParty) {
        notDone(sent);
        Set<String> grants = grants(sent);
        String method = sent.text("token_endpoint_auth_method").orElse("client_secret_basic");
        if (grants.contains("client_credentials") && method.equals("none"))
            throw RegistrationError.metadata("grant_types: client_credentials needs a client that proves who it is");
        try {
            return new OidcClient(
                    clientId,
                    sent.addresses("redirect_uris"),
                    sent.addresses("post_logout_redirect_uris"),
                    Set.of(method),
                    grants,
                    sent.words("scope").orElse(OidcClient.SCOPES),
                    sent.text("id_token_signed_response_alg").orElse("RS256"),
                    keysAddress(sent, method),
                    firstParty,
                    logout(sent, "backchannel_logout"),
                    logout(sent, "frontchannel_logout"),
                    sent.truth("dpop_bound_access_tokens"),
                    keys(sent, method),
                    sent.text("userinfo_signed_response_alg").orElse(""),
                    sent.addresses("request_uris"));
        } catch (MalformedField field) {
            String name = NAMES.getOrDefault(field.field(), "client");
            String takes =
                    String.valueOf(field.getMessage()).substring(field.field().length());
            String why = name + takes.replaceAll("[^ -~]|[\"\\\\]", "");
            throw name.equals("redirect_uris") ? RegistrationError.redirect(why) : RegistrationError.metadata(why);
        }
    }

    private static void notDone(Fields sent) {
        if (sent.has("software_statement")) throw RegistrationError.statement();
        sent.only("application_type", "web", "native");
        sent.only("subject_type", "pairwise");
        sent.only("token_endpoint_auth_signing_alg", "ES256", "RS256", "PS256");
        sent.only("request_object_signing_alg", "none", "ES256", "RS256", "PS256");
        for (String encryptedOrSigned : List.of(
                "id_token_encrypted_response_alg",
                "userinfo_encrypted_response_alg",
                "request_object_encryption_alg",
                "introspection_signed_response_alg",
                "authorization_signed_response_alg")) sent.only(encryptedOrSigned);
        for (String strict : List.of("tls_client_certificate_bound_access_tokens", "require_signed_request_object"))
            if (sent.truth(strict)) throw RegistrationError.metadata(strict + ": not supported");
        if (sent.has("jwks") && sent.has("jwks_uri"))
            throw RegistrationError.metadata("jwks and jwks_uri: one of the two");
        if (!List.of("code").containsAll(sent.texts("response_types")))
            throw RegistrationError.metadata("response_types: code");
    }

    private static Set<String> grants(Fields sent) {
        Set<String> grants = new LinkedHashSet<>(sent.texts("grant_types"));
        if (grants.isEmpty()) grants.add(CODE);
        boolean code = sent.texts("response_types").contains("code");
        if (code && !grants.contains(CODE))
            throw RegistrationError.metadata("response_types and grant_types: code goes with authorization_code");
        return grants;
    }

    /** Whoever does not prove itself by keys, nor signs requests, has no use for them. */
    private static boolean usesKeys(Fields sent, String method) {
        boolean signs = !sent.text("request_object_signing_alg").orElse("none").equals("none");
        return method.equals("private_key_jwt")
                || signs
                || !sent.texts("request_uris").isEmpty();
    }

    private static String keysAddress(Fields sent, String method) {
        return usesKeys(sent, method) ? sent.text("jwks_uri").orElse("") : "";
    }

    private static String keys(Fields sent, String method) {
        if (!sent.has("jwks") || !usesKeys(sent, method)) return "";
        String keys = sent.sent().get("jwks").toString();
        try {
            boolean open = JWKSet.parse(keys).getKeys().stream()
                    .allMatch(key -> key instanceof AsymmetricJWK && !key.isPrivate());
            if (!open) throw RegistrationError.metadata("jwks: public keys alone");
            return keys;
        } catch (ParseException malformed) {
            throw RegistrationError.metadata("jwks: no set of keys");
        }
    }

    private static @Nullable LogoutAddress logout(Fields sent, String channel) {
        return sent.address(channel + "_uri")
                .map(uri -> new LogoutAddress(uri, sent.truth(channel + "_session_required")))
                .orElse(null);
    }
}
