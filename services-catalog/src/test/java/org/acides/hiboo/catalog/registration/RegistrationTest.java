package org.acides.hiboo.catalog.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.catalog.api.commands.OfferRegistration;
import org.acides.hiboo.catalog.api.commands.WithdrawRegistrationOffer;
import org.acides.hiboo.catalog.api.queries.RegistrationOfferRow;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.junit.jupiter.api.Test;

/** Applications that register themselves, with leave (RFC 7591). */
class RegistrationTest extends RegistrationLife {

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
                .param(Secret.digest(late))
                .update();
        assertThat(register(late, metadata()).status()).isEqualTo(401);
        refused(() -> offer(0), "offer.uses-out-of-range");
        refused(
                () -> commands.send(new OfferRegistration(null, false, 1, Duration.ofDays(91)), ADMIN),
                "offer.valid-for-out-of-range");
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
