package org.acides.hiboo.catalog.service;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.ConfigureForwardAuth;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.ConfigureSamlServiceProvider;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.RetireService;
import org.acides.hiboo.infrastructure.api.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Short names, client identifiers, entity identifiers and hosts are one service’s alone. */
class TakenNamesTest extends CatalogLife {

    private static void refused(ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @Test
    void aHostIsOneServicesForAsLongAsItsProxyAsks() {
        ServiceId first = registered(Samples.named("First"));
        ServiceId second = registered(Samples.named("Second"));
        String host = "https://" + slug(first) + ".example";
        ForwardAuth one = new ForwardAuth(List.of(URI.create(host), URI.create(host + ":8443")));
        ForwardAuth two = new ForwardAuth(List.of(URI.create(host + ":9443")));
        commands.send(new ConfigureForwardAuth(first, one), ADMIN);
        commands.send(new ConfigureForwardAuth(first, one), ADMIN);
        eventually(first, found -> assertThat(found.forwardAuth()).isEqualTo(one));
        refused(() -> commands.send(new ConfigureForwardAuth(second, two), ADMIN), "service.host-taken");
        commands.send(new ConfigureForwardAuth(first, ForwardAuth.NONE), ADMIN);
        commands.send(new ConfigureForwardAuth(second, two), ADMIN);
        refused(() -> commands.send(new ConfigureForwardAuth(first, one), ADMIN), "service.host-taken");
        commands.send(new RetireService(second), ADMIN);
        commands.send(new ConfigureForwardAuth(first, one), ADMIN);
    }

    @Test
    void aSlugStaysTakenWhenItsServiceRetires() {
        ServiceId first = registered(Samples.named("First"));
        commands.send(new RetireService(first), ADMIN);
        refused(
                () -> commands.send(
                        new RegisterService(ServiceId.random(), slug(first), Samples.named("Second")), ADMIN),
                "service.slug-taken");
    }

    @Test
    void aClientIdStaysTakenWhenItsServiceRetires() {
        ServiceId first = registered(Samples.named("First"));
        ServiceId second = registered(Samples.named("Second"));
        var client = Samples.client("client-" + first);
        commands.send(new ConfigureOidcClient(first, client), ADMIN);
        commands.send(new ConfigureOidcClient(first, client), ADMIN);
        commands.send(new RetireService(first), ADMIN);
        refused(() -> commands.send(new ConfigureOidcClient(second, client), ADMIN), "service.client-id-taken");
    }

    @Test
    void aServiceGoesBackToAnEntityIdentifierOfItsOwnAndNoOtherEverGetsIt() {
        ServiceId first = registered(Samples.named("First"));
        ServiceId second = registered(Samples.named("Second"));
        for (String name : List.of("urn:one:", "urn:other:", "urn:one:"))
            commands.send(new ConfigureSamlServiceProvider(first, SamlSamples.provider(name + first)), ADMIN);
        commands.send(new RetireService(first), ADMIN);
        for (String name : List.of("urn:one:", "urn:other:"))
            refused(
                    () -> commands.send(
                            new ConfigureSamlServiceProvider(second, SamlSamples.provider(name + first)), ADMIN),
                    "service.entity-id-taken");
        refused(
                () -> commands.send(
                        new ConfigureSamlServiceProvider(first, SamlSamples.provider("urn:new:" + first)), ADMIN),
                "service.retired");
    }

    @Test
    void ofAdminsWhoRaceForOneSlugOneWinsAndTheOthersAreTold() throws Exception {
        int runners = 8;
        String slug = slug(ServiceId.random());
        CyclicBarrier line = new CyclicBarrier(runners);
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(runners)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < runners; i++)
                all.add(threads.submit(() -> {
                    line.await();
                    try {
                        commands.send(new RegisterService(ServiceId.random(), slug, Samples.named("Racer")), ADMIN);
                        return "done";
                    } catch (Refused no) {
                        return no.code();
                    }
                }));
            for (Future<String> one : all) outcomes.add(one.get());
        }
        assertThat(outcomes).containsOnly("done", "service.slug-taken").containsOnlyOnce("done");
    }
}
