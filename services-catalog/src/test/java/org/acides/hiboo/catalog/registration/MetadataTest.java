package org.acides.hiboo.catalog.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What applications say of themselves when they register (RFC 7591 §2, OpenID Connect Dynamic Registration 1.0 §2). */
class MetadataTest extends RegistrationLife {

    @Test
    void whatCannotBeRegisteredUsesNothingUp() {
        String token = offer(1);
        Map<String, Object> fragment = metadata();
        fragment.put("redirect_uris", List.of("https://owl.example/callback#here"));
        assertThat(register(token, fragment).text("error")).isEqualTo("invalid_redirect_uri");
        Map<String, Object> none = metadata();
        none.remove("redirect_uris");
        none.put("client_uri", "https://owl.example/");
        assertThat(register(token, none).text("error")).isEqualTo("invalid_redirect_uri");
        for (Consumer<Map<String, Object>> wrong : wrongs()) {
            Map<String, Object> metadata = metadata();
            wrong.accept(metadata);
            Answer answer = register(token, metadata);
            assertThat(answer.status()).as(metadata.toString()).isEqualTo(400);
            assertThat(answer.text("error")).as(metadata.toString()).isEqualTo("invalid_client_metadata");
            assertThat(answer.text("error_description")).matches("[ !#-\\[\\]-~]+");
        }
        Map<String, Object> stated = metadata();
        stated.put("software_statement", "a.b.c");
        assertThat(register(token, stated).text("error")).isEqualTo("invalid_software_statement");
        assertThat(register(token, "{").text("error")).isEqualTo("invalid_client_metadata");
        assertThat(register(token, "[]").text("error")).isEqualTo("invalid_client_metadata");
        assertThat(tokens(token)).isZero();
        assertThat(register(token, metadata()).status()).isEqualTo(201);
    }

    private static List<Consumer<Map<String, Object>>> wrongs() {
        return List.of(
                all -> all.put("redirect_uris", "https://owl.example/callback"),
                all -> all.put("grant_types", List.of("implicit")),
                all -> all.put("grant_types", List.of("password")),
                all -> all.put("response_types", List.of("code id_token")),
                all -> all.putAll(
                        Map.of("response_types", List.of("code"), "grant_types", List.of("client_credentials"))),
                all -> all.put("token_endpoint_auth_method", "client_secret_jwt"),
                all -> all.put("token_endpoint_auth_method", "private_key_jwt"),
                all -> all.putAll(Map.of(
                        "token_endpoint_auth_method",
                        "none",
                        "grant_types",
                        List.of("authorization_code", "client_credentials"))),
                all -> all.put("id_token_signed_response_alg", "none"),
                all -> all.put("userinfo_signed_response_alg", "none"),
                all -> all.put("userinfo_encrypted_response_alg", "RSA-OAEP"),
                all -> all.putAll(Map.of("token_endpoint_auth_method", "private_key_jwt", "jwks", Map.of("keys", "x"))),
                all -> all.putAll(Map.of(
                        "token_endpoint_auth_method",
                        "private_key_jwt",
                        "jwks",
                        Map.of("keys", List.of(Map.of("kty", "oct", "k", "c2VjcmV0"))))),
                all -> all.put("request_uris", List.of("http://owl.example/request")),
                all -> all.put("require_signed_request_object", true),
                all -> all.put("subject_type", "public"),
                all -> all.put("application_type", "desktop"),
                all -> all.put("client_uri", "javascript:alert(1)"),
                all -> all.put("client_uri", "not an address"),
                all -> all.put("tos_uri", "http://owl.example/terms"),
                all -> all.put("client_name", "a\u0000b"),
                all -> all.put("client_name", 5),
                all -> all.put("dpop_bound_access_tokens", "yes"),
                all -> all.put("scope", "a\"b"),
                all -> all.putAll(Map.of("jwks", Map.of("keys", List.of()), "jwks_uri", "https://owl.example/keys")),
                all -> all.put("redirect_uris", List.of("https://owl.example/a", "https://wren.example/b")),
                all -> all.put("sector_identifier_uri", "https://127.0.0.1/list"),
                all -> all.put("sector_identifier_uri", "file:///etc/passwd"));
    }

    @Test
    void whatIsMereInformationIsPassedOver() {
        Map<String, Object> metadata = metadata();
        metadata.putAll(Map.of(
                "contacts", List.of("owl@owl.example"),
                "client_name#fr", "Hibou errant",
                "logo_uri", "https://127.0.0.1/logo.png",
                "policy_uri", "https://owl.example/privacy",
                "a_field_of_tomorrow", true));
        metadata.put("jwks", Map.of("keys", List.of()));
        metadata.put("default_max_age", null);
        Answer answer = register(offer(1), metadata);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().has("contacts")).isFalse();
    }

    @Test
    void aCopyOfItsLogoIsKept() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 4, 5, 6};
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (String path : List.of("/logo.png", "/page"))
            site.createContext(path, exchange -> {
                byte[] body = path.equals("/page") ? new byte[] {'<'} : png;
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
        site.start();
        try {
            Emblems emblems = new Emblems(new Fetching(true), commands);
            String at = "http://127.0.0.1:" + site.getAddress().getPort();
            String name = emblems.of(new Fields(JSON.valueToTree(Map.of("logo_uri", at + "/logo.png"))), ADMIN)
                    .orElseThrow();
            assertThat(MockMvcTester.from(web).get().uri("/logos/" + name))
                    .hasStatusOk()
                    .hasContentType("image/png");
            for (String path : List.of("/page", "/nowhere"))
                assertThat(emblems.of(new Fields(JSON.valueToTree(Map.of("logo_uri", at + path))), ADMIN))
                        .as(path)
                        .isEmpty();
        } finally {
            site.stop(0);
        }
    }

    /** As the OpenID Foundation's Dynamic OP profile registers most of its clients. */
    @Test
    void keysThatAreRegisteredAreKeptForWhoeverUsesThem() {
        Map<String, Object> key = Map.of(
                "kty", "EC",
                "crv", "P-256",
                "x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
        Map<String, Object> metadata = metadata();
        metadata.put("jwks", Map.of("keys", List.of(key)));
        assertThat(register(offer(1), metadata).body().has("jwks"))
                .as("of no use")
                .isFalse();
        metadata.put("request_object_signing_alg", "ES256");
        assertThat(register(offer(1), metadata).body().has("jwks"))
                .as("it signs its requests")
                .isTrue();
        metadata.remove("request_object_signing_alg");
        metadata.putAll(Map.of(
                "token_endpoint_auth_method", "private_key_jwt",
                "userinfo_signed_response_alg", "RS256",
                "request_uris", List.of("https://owl.example/request#abc")));
        Answer answer = register(offer(1), metadata);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.body().at("/jwks/keys/0/crv").asString()).isEqualTo("P-256");
        assertThat(answer.text("userinfo_signed_response_alg")).isEqualTo("RS256");
        assertThat(answer.body().at("/request_uris/0").asString()).isEqualTo("https://owl.example/request#abc");
        assertThat(answer.body().has("client_secret")).isFalse();
    }
}
