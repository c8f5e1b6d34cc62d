package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.catalog.api.events.ProfilePolicySet;
import org.acides.hiboo.catalog.api.events.ServiceClosed;
import org.acides.hiboo.catalog.api.events.ServiceOpened;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.catalog.api.events.UsernameRulesSet;
import org.acides.hiboo.identity.IdentityConfiguration;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.RenameProfile;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Members and services to write tests about, on a real database. */
@SpringBootTest(classes = {InfrastructureConfiguration.class, IdentityConfiguration.class, TestDatabase.class})
@Import(OwnerLinksSeen.class)
@EnableAutoConfiguration
public abstract class ProfileLife {

    @Autowired
    protected Commands commands;

    @Autowired
    protected EventGateway catalogue;

    @Autowired
    protected Profiles profiles;

    protected final ServiceRef closedService() {
        ServiceId id = ServiceId.random();
        var description = new ServiceDescription("Mastodon", "", URI.create("https://social.example/"), "", null, null);
        catalogue.publish(new ServiceRegistered(id, "s" + id.toString().substring(0, 8), description, Instant.EPOCH));
        return new ServiceRef(id.value());
    }

    protected final ServiceRef service(ProfilePolicy policy, int quota) {
        ServiceRef service = closedService();
        ServiceId id = new ServiceId(service.value());
        catalogue.publish(new ProfilePolicySet(id, policy, quota, Instant.EPOCH));
        catalogue.publish(new ServiceOpened(id, Instant.EPOCH));
        return service;
    }

    protected final void quota(ServiceRef service, int quota) {
        catalogue.publish(
                new ProfilePolicySet(new ServiceId(service.value()), ProfilePolicy.OPEN, quota, Instant.EPOCH));
    }

    protected final void rules(ServiceRef service, UsernameRules rules) {
        catalogue.publish(new UsernameRulesSet(new ServiceId(service.value()), rules, Instant.EPOCH));
    }

    protected final void close(ServiceRef service) {
        catalogue.publish(new ServiceClosed(new ServiceId(service.value()), Instant.EPOCH));
    }

    protected final ProfileId create(AccountId account, ServiceRef service, String username) {
        return create(account, service, ProfileId.random(), username);
    }

    protected final ProfileId create(AccountId account, ServiceRef service, ProfileId id, String username) {
        commands.send(new CreateProfile(id, service, account, username), actor(id));
        return id;
    }

    protected final void rename(AccountId account, ProfileId id, String username) {
        commands.send(new RenameProfile(id, account, username), actor(id));
    }

    protected final void delete(AccountId account, ProfileId id) {
        commands.send(new DeleteProfile(id, account), actor(id));
    }

    private static Actor actor(ProfileId id) {
        return new Actor(id.toString(), "MEMBER");
    }

    /** A name that no other has, nor looks like. */
    protected static String name() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .replace('0', 'g')
                .replace('1', 'h')
                .substring(0, 20);
    }

    protected static void refused(ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    protected static List<String> race(int runners, Callable<?> run) throws Exception {
        CyclicBarrier line = new CyclicBarrier(runners);
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < runners; i++)
                all.add(threads.submit(() -> {
                    line.await();
                    try {
                        run.call();
                        return "done";
                    } catch (Refused no) {
                        return no.code();
                    }
                }));
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : all) outcomes.add(one.get());
            return outcomes;
        }
    }
}
