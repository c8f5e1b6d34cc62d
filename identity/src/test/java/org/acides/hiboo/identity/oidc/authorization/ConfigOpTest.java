package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code oidcc-discovery-endpoint-verification}, condition by condition. */
@DisplayName("Config OP (oidcc-config-certification-test-plan)")
class ConfigOpTest extends OpenIdConnectLife {

    private HttpResponse<String> answer;
    private JsonNode metadata;

    @BeforeEach
    void read() {
        answer = stranger().get("/.well-known/openid-configuration");
        metadata = Application.json(answer);
    }

    private List<String> list(String name) {
        JsonNode values = metadata.get(name);
        assertThat(values.isArray()).as(name).isTrue();
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    @DisplayName("EnsureDiscoveryEndpointResponseStatusCodeIs200, CheckDiscoveryEndpointReturnedJsonContentType")
    void itIsJson() {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    @DisplayName("CheckDiscEndpointIssuer, CheckDiscEndpointDiscoveryUrl, CheckDiscEndpointIssuerIsValidUrl")
    void theIssuerIsWhereTheDocumentLies() throws Exception {
        String issuer = metadata.get("issuer").asString();
        assertThat(issuer).isEqualTo(ISSUER.toString()).doesNotContain("?", "#").doesNotEndWith("/");
        usual();
        JsonNode tokens = app.tokens(ada.follow(app.address()).get("code"));
        assertThat(Application.claims(tokens).get("iss").asString()).isEqualTo(issuer);
    }

    /** Under the issuer, which is https wherever it is not a loopback host. */
    @Test
    @DisplayName("CheckDiscEndpoint{Authorization,Token,Userinfo}Endpoint, CheckDiscEndpointAllEndpointsAreHttps")
    void everyEndpointIsTheIssuersOwn() {
        for (String name : List.of("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"))
            assertThat(metadata.has(name)).as(name).isTrue();
        metadata.propertyNames().stream()
                .filter(name -> name.endsWith("_endpoint") || name.equals("jwks_uri"))
                .forEach(name ->
                        assertThat(metadata.get(name).asString()).as(name).startsWith(ISSUER + "/"));
    }

    @Test
    @DisplayName("CheckJwksUri, FetchServerKeys, ValidateJwks")
    void theKeysArePublicNamedAndForSigning() throws Exception {
        JWKSet keys = JWKSet.parse(stranger().get("/oauth2/jwks").body());
        assertThat(keys.getKeys()).isNotEmpty().allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyID()).isNotBlank();
            assertThat(key.getAlgorithm()).isNotNull();
        });
        assertThat(keys.getKeys()).extracting("keyID").doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "OIDCCCheckDiscEndpoint{ResponseTypes,IdTokenSigningAlgValues,GrantTypes}Supported, CheckDiscEndpointSubjectTypesSupported")
    void whatEveryProviderNames() {
        assertThat(list("response_types_supported")).contains("code");
        assertThat(list("subject_types_supported"))
                .isSubsetOf("pairwise", "public")
                .isNotEmpty();
        assertThat(list("id_token_signing_alg_values_supported"))
                .contains("RS256")
                .doesNotContain("none");
        assertThat(list("grant_types_supported")).contains("authorization_code");
        assertThat(list("code_challenge_methods_supported")).containsExactly("S256");
    }

    @Test
    @DisplayName("CheckDiscEndpointScopesSupported{ContainsOpenId,Syntax}, OIDCCCheckDiscEndpointClaimsSupported")
    void scopesAndClaimsAreNamed() {
        assertThat(list("scopes_supported"))
                .contains("openid")
                .allMatch(scope -> scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]+"));
        assertThat(list("claims_supported")).contains("sub", "iss").doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("CheckDiscEndpoint{Claims,Request,RequestUri}ParameterSupported, CheckDiscEndpointLocales*")
    void whatMayBeSentIsSaid() {
        assertThat(metadata.get("claims_parameter_supported").asBoolean()).isTrue();
        assertThat(metadata.get("request_parameter_supported").asBoolean()).isTrue();
        assertThat(metadata.get("request_uri_parameter_supported").asBoolean()).isTrue();
        assertThat(metadata.get("require_request_uri_registration").asBoolean()).isTrue();
        assertThat(list("ui_locales_supported"))
                .allSatisfy(tag ->
                        assertThat(Locale.forLanguageTag(tag).toLanguageTag()).isEqualTo(tag));
    }

    @Test
    @DisplayName("oidcc-*-logout-discovery-endpoint-verification")
    void theLogoutProfilesAreNamed() {
        assertThat(metadata.get("end_session_endpoint").asString()).isEqualTo(ISSUER + "/connect/logout");
        for (String channel : List.of("backchannel", "frontchannel"))
            for (String what : List.of("_logout_supported", "_logout_session_supported"))
                assertThat(metadata.get(channel + what).asBoolean()).isTrue();
    }
}
