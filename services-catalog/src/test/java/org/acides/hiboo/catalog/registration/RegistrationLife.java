package org.acides.hiboo.catalog.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.acides.hiboo.catalog.CatalogConfiguration;
import org.acides.hiboo.catalog.api.commands.OfferRegistration;
import org.acides.hiboo.catalog.api.queries.FindRegistrationOffers;
import org.acides.hiboo.catalog.api.queries.RegistrationOfferRow;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.test.Staff;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
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

/** Admins who let applications register themselves, and applications that do. */
@SpringBootTest(classes = {InfrastructureConfiguration.class, CatalogConfiguration.class, TestDatabase.class})
@EnableAutoConfiguration
abstract class RegistrationLife {

    static final Actor ADMIN = Staff.ADMIN;
    static final JsonMapper JSON = JsonMapper.builder().build();

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

    final Answer send(HttpMethod method, String path, String token, @Nullable Object body) {
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

    final Answer register(String token, Object metadata) {
        return send(HttpMethod.POST, "/connect/register", token, metadata);
    }

    static Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("client_name", "Wandering Owl");
        metadata.put("redirect_uris", List.of("https://owl.example/callback"));
        return metadata;
    }

    final String offer(int uses) {
        return commands.send(new OfferRegistration(null, false, uses, Duration.ofDays(1)), ADMIN);
    }

    static String own(Answer registered) {
        return "/connect/register/" + registered.text("client_id");
    }

    final List<RegistrationOfferRow> offers() {
        return queries.query(
                        new FindRegistrationOffers(), ResponseTypes.multipleInstancesOf(RegistrationOfferRow.class))
                .join();
    }

    final long tokens(String token) {
        return jdbc.sql("SELECT used FROM catalog.registration_offer WHERE hash = ?")
                .param(Secret.digest(token))
                .query(Long.class)
                .single();
    }

    static void refused(ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
