package org.acides.hiboo.catalog.service;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.ConfigureSamlServiceProvider;
import org.acides.hiboo.catalog.api.commands.DescribeService;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.SetProfilePolicy;
import org.acides.hiboo.catalog.api.commands.SetUsernameRules;
import org.acides.hiboo.catalog.api.commands.StoreLogo;
import org.acides.hiboo.catalog.api.queries.CountServices;
import org.acides.hiboo.catalog.api.queries.FindServices;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogTest extends CatalogLife {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EventProcessingConfiguration processing;

    private List<ServiceId> listed(String text, ServiceState state, int offset, int limit) {
        return queries
                .query(
                        new FindServices(text, state, offset, limit),
                        ResponseTypes.multipleInstancesOf(ServiceRow.class))
                .join()
                .stream()
                .map(ServiceRow::serviceId)
                .toList();
    }

    @Test
    void whatWasDecidedIsShown() {
        ServiceId id = registered(Samples.named("Mastodon"));
        commands.send(new ConfigureOidcClient(id, Samples.client("shown-" + id)), ADMIN);
        commands.send(new ConfigureSamlServiceProvider(id, SamlSamples.provider("urn:shown:" + id)), ADMIN);
        commands.send(new SetProfilePolicy(id, ProfilePolicy.BURST, 7), ADMIN);
        var rules = new UsernameRules("[a-z]+", 2, 9, List.of("root"), true);
        commands.send(new SetUsernameRules(id, rules), ADMIN);
        commands.send(new OpenService(id), ADMIN);
        eventually(id, found -> {
            assertThat(found.state()).isEqualTo(ServiceState.OPEN);
            assertThat(found.policy()).isEqualTo(ProfilePolicy.BURST);
            assertThat(found.quota()).isEqualTo(7);
            assertThat(found.rules()).isEqualTo(rules);
            assertThat(found.client()).isEqualTo(Samples.client("shown-" + id));
            assertThat(found.saml()).isEqualTo(SamlSamples.provider("urn:shown:" + id));
            assertThat(found.forwardAuth()).isEqualTo(ForwardAuth.NONE);
        });
    }

    @Test
    void statementsAndMarkupAreMereTextInEveryField() {
        String evil = "'; DROP TABLE catalog.logo; -- <script>alert(1)</script> \" \\ %_ ${x} 🦉";
        var description = new ServiceDescription(
                evil, evil, URI.create("https://app.example/?q=';--%3Cscript%3E"), evil.substring(0, 40), null, null);
        ServiceId id = registered(description);
        var rules = new UsernameRules("[^'<>]+|\\Q';--<b>\\E", 1, 9, List.of(evil.substring(0, 40)), false);
        commands.send(new SetUsernameRules(id, rules), ADMIN);
        eventually(id, found -> {
            assertThat(found.description()).isEqualTo(description);
            assertThat(found.rules()).isEqualTo(rules);
        });
        assertThat(listed("'; drop table", null, 0, 10)).containsExactly(id);
        assertThat(listed("\\ %_ $", null, 0, 10)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE catalog.taken_slug; --", "<script>alert(1)</script>", "a\0b", "\u202Ea"})
    void statementsAndMarkupAreNoNames(String hostile) {
        ServiceId id = registered(Samples.named("Unharmed"));
        String endless = hostile.repeat((1 << 20) / hostile.length());
        for (String text : List.of(hostile, endless)) {
            assertThatThrownBy(() ->
                            commands.send(new RegisterService(ServiceId.random(), text, Samples.named("x")), ADMIN))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.code()).isEqualTo("service.slug-malformed"));
            assertThatThrownBy(() -> Samples.client(text)).isInstanceOf(MalformedField.class);
            assertThatThrownBy(() ->
                            commands.send(new StoreLogo(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)), ADMIN))
                    .isInstanceOf(Refused.class);
        }
        for (String text : List.of(hostile.replace("\0", ""), endless.replace("\0", "")))
            assertThat(listed(text, null, 0, 10)).hasSizeLessThanOrEqualTo(10);
        assertThat(listed("unharmed", null, 0, 200)).contains(id);
    }

    @Test
    void servicesAreFoundWithoutCaseAndAccentsByNameSlugAndCategory() {
        ServiceId id = registered(new ServiceDescription(
                "Café des Hiboux", "", URI.create("https://cafe.example/"), "Écologie", null, null));
        eventually(id, found -> assertThat(found.state()).isEqualTo(ServiceState.CLOSED));
        for (String text : List.of("CAFE DES", "café", "ecologie", slug(id).substring(1)))
            assertThat(listed(text, null, 0, 200)).contains(id);
        assertThat(listed("cafe des", ServiceState.OPEN, 0, 200)).isEmpty();
        assertThat(listed("no%such", null, 0, 200)).isEmpty();
    }

    @Test
    void aListIsPagedByName() {
        List<ServiceId> made = new ArrayList<>();
        for (String name : List.of("Écluse paged", "zèbre paged", "Abeille paged", "eclair paged"))
            made.add(registered(Samples.named(name)));
        await().untilAsserted(() -> assertThat(queries.query(new CountServices("paged", null), Integer.class)
                        .join())
                .isEqualTo(4));
        assertThat(listed("paged", null, 0, 3)).containsExactly(made.get(2), made.get(3), made.get(0));
        assertThat(listed("paged", null, 3, 3)).containsExactly(made.get(1));
    }

    @Test
    void aReplayFromTheFirstEventShowsTheSame() {
        ServiceId id = registered(Samples.named("Before"));
        commands.send(new DescribeService(id, Samples.named("After")), ADMIN);
        commands.send(new OpenService(id), ADMIN);
        eventually(id, found -> assertThat(found.state()).isEqualTo(ServiceState.OPEN));
        List<String> live = rows();
        var processor = processing
                .eventProcessor("projection.catalog.services", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        assertThat(rows()).isEmpty();
        processor.start();
        await().untilAsserted(() -> assertThat(rows()).isEqualTo(live));
    }

    private List<String> rows() {
        return jdbc.sql("SELECT row_to_json(s)::text FROM catalog.service_row s ORDER BY service_id")
                .query(String.class)
                .list();
    }
}
