package org.acides.hiboo.catalog.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.OfferRegistration;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.RetireService;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Applications that registered themselves, and look after themselves (RFC 7592). */
class RegisteredClientTest extends RegistrationLife {

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
}
