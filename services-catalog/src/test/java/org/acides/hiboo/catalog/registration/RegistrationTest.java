package org.acides.hiboo.catalog.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.acides.hiboo.catalog.CatalogConfiguration;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.OfferRegistration;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.RetireService;
import org.acides.hiboo.catalog.api.commands.WithdrawRegistrationOffer;
import org.acides.hiboo.catalog.api.queries.FindRegistrationOffers;
import org.acides.hiboo.catalog.api.queries.RegistrationOfferRow;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications that register themselves, with leave (RFC 7591), and look after themselves (RFC 7592). */
@SpringBootTest(classes = {InfrastructureConfiguration.class, CatalogConfiguration.class, TestDatabase.class})
@EnableAutoConfiguration
class RegistrationTest {

    private static final Actor ADMIN = new Actor("an-admin", "ADMIN");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Commands commands;

    @Autowired
    QueryGateway queries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext web;

    record Answer(int status, JsonNode body, String challenge) {

        String text(String member) {
            return body.path(member).asString("");
        }
    }

    private Answer send(HttpMethod method, String path, String token, @Nullable Object body) {
        var request = MockMvcTester.from(web).method(method).uri(path).header("Authorization", "Bearer " + token);
        if (body != null)
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(body instanceof String text ? text : JSON.writeValueAsString(body));
        var response = request.exchange().getResponse();
        try {
            String text = response.getContentAsString();
            return new Answer(
                    response.getStatus(),
                    text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text),
                    Objects.requireNonNullElse(response.getHeader("WWW-Authenticate"), ""));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private Answer register(String token, Object metadata) {
        return send(HttpMethod.POST, "/connect/register", token, metadata);
    }

    private static Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("client_name", "Wandering Owl");
        metadata.put("redirect_uris", List.of("https://owl.example/callback"));
        return metadata;
    }

    private String offer(int uses) {
        return commands.send(new OfferRegistration(null, false, uses, Duration.ofDays(1)), ADMIN);
    }

    private static String own(Answer registered) {
        return "/connect/register/" + registered.text("client_id");
    }

    private List<RegistrationOfferRow> offers() {
        return queries.query(
                        new FindRegistrationOffers(), ResponseTypes.multipleInstancesOf(RegistrationOfferRow.class))
                .join();
    }

    private long tokens(String token) {
        return jdbc.sql("SELECT used FROM catalog.registration_offer WHERE hash = ?")
                .param(Tokens.hash(token))
                .query(Long.class)
                .single();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @Test
    void whoHasLeaveBecomesTheClientOfANewServiceThatIsClosed() {
        Answer answer = register(offer(1), metadata());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.text("client_id")).startsWith("app-");
        assertThat(answer.text("client_secret")).hasSize(43);
        assertThat(answer.body().get("client_secret_expires_at").asInt()).isZero();
        assertThat(answer.text("registration_client_uri")).endsWith(own(answer));
        assertThat(answer.text("registration_access_token")).hasSize(43);
        assertThat(answer.text("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
        assertThat(answer.text("id_token_signed_response_alg")).isEqualTo("RS256");
        assertThat(answer.text("client_name")).isEqualTo("Wandering Owl");
        assertThat(answer.text("client_uri")).isEqualTo("https://owl.example/");
        assertThat(answer.body().get("response_types").get(0).asString()).isEqualTo("code");
        assertThat(state(answer)).isEqualTo("CLOSED");
    }

    private String state(Answer registered) {
        return org.awaitility.Awaitility.await()
                .until(
                        () -> jdbc.sql("SELECT state FROM catalog.service_row WHERE client ->> 'clientId' = ?")
                                .param(registered.text("client_id"))
                                .query(String.class)
                                .optional()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    @Test
    void anOfferMayOpenWhatItMakes() {
        String token = commands.send(new OfferRegistration(null, true, 2, Duration.ofDays(1)), ADMIN);
        Answer answer = register(token, metadata());
        org.awaitility.Awaitility.await().until(() -> state(answer).equals("OPEN"));
    }

    @Test
    void nobodyRegistersWithoutLeaveNorMoreOftenThanItSays() {
        String token = offer(2);
        assertThat(register(token, metadata()).status()).isEqualTo(201);
        assertThat(register(token, metadata()).status()).isEqualTo(201);
        for (String wrong : List.of(token, "x", "", "y".repeat(500))) {
            Answer answer = register(wrong, metadata());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.challenge()).contains("invalid_token");
        }
    }

    @Test
    void ofTenAtOnceAsManyRegisterAsMay() throws Exception {
        String token = offer(3);
        try (var threads = Executors.newFixedThreadPool(10)) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 10; i++)
                calls.add(() -> register(token, metadata()).status());
            List<Integer> statuses = threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses.subList(0, 3)).containsOnly(201);
            assertThat(statuses.subList(3, 10)).containsOnly(401);
        }
    }

    @Test
    void anOfferIsOverWhenItIsWithdrawnOrOutOfTime() {
        String withdrawn = offer(5);
        RegistrationOfferRow row = offers().getFirst();
        commands.send(new WithdrawRegistrationOffer(row.offerId()), ADMIN);
        commands.send(new WithdrawRegistrationOffer(row.offerId()), ADMIN);
        assertThat(register(withdrawn, metadata()).status()).isEqualTo(401);
        assertThat(offers().getFirst().withdrawn()).isTrue();
        String late = offer(1);
        jdbc.sql("UPDATE catalog.registration_offer SET ends_at = now() WHERE hash = ?")
                .param(Tokens.hash(late))
                .update();
        assertThat(register(late, metadata()).status()).isEqualTo(401);
        refused(() -> offer(0), "offer.uses-out-of-range");
        refused(
                () -> commands.send(new OfferRegistration(null, false, 1, Duration.ofDays(91)), ADMIN),
                "offer.valid-for-out-of-range");
    }

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

    @Test
    void aClientReadsChangesAndRemovesItself() {
        Answer first = register(offer(1), metadata());
        String token = first.text("registration_access_token");
        Answer read = send(HttpMethod.GET, own(first), token, null);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("client_id")).isEqualTo(first.text("client_id"));
        assertThat(read.text("registration_access_token")).isEqualTo(token);
        assertThat(read.body().has("client_secret")).as("shown once").isFalse();

        Map<String, Object> changed = metadata();
        changed.put("client_id", first.text("client_id"));
        changed.put("client_name", "Settled Owl");
        changed.put("redirect_uris", List.of("https://owl.example/other?from=hiboo"));
        Answer now = send(HttpMethod.PUT, own(first), token, changed);
        assertThat(now.status()).isEqualTo(200);
        assertThat(now.text("client_name")).isEqualTo("Settled Owl");
        assertThat(send(HttpMethod.GET, own(first), token, null)
                        .body()
                        .get("redirect_uris")
                        .get(0)
                        .asString())
                .isEqualTo("https://owl.example/other?from=hiboo");

        assertThat(send(HttpMethod.DELETE, own(first), token, null).status()).isEqualTo(204);
        assertThat(send(HttpMethod.GET, own(first), token, null).status()).isEqualTo(401);
        assertThat(send(HttpMethod.DELETE, own(first), token, null).status()).isEqualTo(401);
    }

    @Test
    void nobodyElseDoes() {
        Answer one = register(offer(1), metadata());
        Answer two = register(offer(1), metadata());
        String foreign = two.text("registration_access_token");
        Map<String, Object> metadata = metadata();
        metadata.put("client_id", one.text("client_id"));
        assertThat(send(HttpMethod.GET, own(one), foreign, null).status()).isEqualTo(401);
        assertThat(send(HttpMethod.PUT, own(one), foreign, metadata).status()).isEqualTo(401);
        assertThat(send(HttpMethod.DELETE, own(one), foreign, null).status()).isEqualTo(401);
        assertThat(send(HttpMethod.GET, "/connect/register/nobody", foreign, null)
                        .status())
                .isEqualTo(401);
        assertThat(send(HttpMethod.PUT, own(two), foreign, metadata).text("error"))
                .as("another's identifier")
                .isEqualTo("invalid_client_metadata");
    }

    @Test
    void anOfferForAServiceMakesItsClientAndNoMore() {
        ServiceId service = ServiceId.random();
        var description = ServiceMetadata.read(new Fields(JSON.valueToTree(metadata())), null, null);
        commands.send(new RegisterService(service, ServiceMetadata.slug("Wiki"), description), ADMIN);
        refused(
                () -> commands.send(new OfferRegistration(service, false, 2, Duration.ofDays(1)), ADMIN),
                "offer.one-service-once");
        refused(
                () -> commands.send(new OfferRegistration(ServiceId.random(), false, 1, Duration.ofDays(1)), ADMIN),
                "service.unknown");
        String token = commands.send(new OfferRegistration(service, false, 1, Duration.ofDays(1)), ADMIN);
        Map<String, Object> metadata = metadata();
        metadata.put("client_name", "What an admin did not choose");
        Answer answer = register(token, metadata);
        assertThat(answer.text("client_name")).isEqualTo("Wandering Owl");
        assertThat(send(HttpMethod.DELETE, own(answer), answer.text("registration_access_token"), null)
                        .status())
                .isEqualTo(403);
        refused(
                () -> commands.send(new OfferRegistration(service, false, 1, Duration.ofDays(1)), ADMIN),
                "service.has-client");
        commands.send(new RetireService(service), ADMIN);
        assertThat(send(HttpMethod.GET, own(answer), answer.text("registration_access_token"), null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void noTokenIsKept() {
        String offered = offer(1);
        Answer answer = register(offered, metadata());
        for (String table : List.of("registration_offer", "registered_client", "service_definition"))
            for (String row : jdbc.sql("SELECT to_jsonb(t)::text FROM catalog." + table + " t")
                    .query(String.class)
                    .list())
                assertThat(row)
                        .doesNotContain(
                                offered, answer.text("registration_access_token"), answer.text("client_secret"));
        assertThat(jdbc.sql("SELECT string_agg(payload::text, ' ') FROM infrastructure.event")
                        .query(String.class)
                        .single())
                .doesNotContain(offered, answer.text("registration_access_token"), answer.text("client_secret"));
    }
}
