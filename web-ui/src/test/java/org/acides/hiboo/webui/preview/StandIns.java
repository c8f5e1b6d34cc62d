package org.acides.hiboo.webui.preview;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.InvitationId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.IssueInvitation;
import org.acides.hiboo.identity.api.commands.IssuedSecret;
import org.acides.hiboo.identity.api.commands.RevokeRole;
import org.acides.hiboo.identity.api.commands.UnblockAccount;
import org.acides.hiboo.identity.api.commands.WithdrawInvitation;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.identity.api.queries.CountAccounts;
import org.acides.hiboo.identity.api.queries.FindAccounts;
import org.acides.hiboo.identity.api.queries.FindInvitations;
import org.acides.hiboo.identity.api.queries.InvitationRow;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.infrastructure.GeneratedHistory;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** What other parts will bring, made up: accounts, invitations, processors, a history of a million events. */
@Configuration(proxyBeanMethods = false)
class StandIns {

    @Bean
    @Primary
    EventHistory history() {
        GeneratedHistory history = new GeneratedHistory(1_200_000);
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        var unused = clock.scheduleAtFixedRate(() -> history.append(1), 20, 7, TimeUnit.SECONDS);
        return history;
    }

    @Bean
    @Primary
    Processors processors() {
        return new MadeUpProcessors();
    }

    @Bean
    MadeUpIdentity identity(Clock clock) {
        return new MadeUpIdentity(clock);
    }

    @Bean
    Sower sower(Commands commands) {
        return new Sower(commands);
    }

    static final class MadeUpProcessors implements Processors {

        private static final long HEAD = 1_200_042;
        private final Map<String, Double> replaying = new ConcurrentHashMap<>();
        private final Map<String, Long> letters = new ConcurrentHashMap<>(Map.of("policy.identity.welcome", 2L));

        @Override
        public List<Status> all() {
            List<Status> all = new ArrayList<>();
            for (String name : List.of(
                    "projection.catalog.services",
                    "projection.identity.accounts",
                    "projection.identity.services",
                    "projection.identity.history",
                    "policy.identity.welcome")) {
                replaying.computeIfPresent(name, (same, done) -> done >= 1 ? null : done + 0.03);
                double progress = replaying.getOrDefault(name, 1.0);
                boolean busy = replaying.containsKey(name);
                all.add(new Status(
                        name,
                        busy ? State.REPLAYING : State.RUNNING,
                        (long) (HEAD * Math.min(1, progress)),
                        HEAD,
                        busy ? Duration.ofHours(2) : Duration.ZERO,
                        letters.getOrDefault(name, 0L),
                        name.startsWith("projection"),
                        progress));
            }
            return all;
        }

        @Override
        public void replay(String name) {
            replaying.put(name, 0.0);
        }

        @Override
        public int retryDeadLetters(String name) {
            return letters.remove(name) == null ? 0 : 2;
        }
    }

    static final class MadeUpIdentity {

        private final List<AccountRow> accounts = new CopyOnWriteArrayList<>();
        private final List<InvitationRow> invitations = new CopyOnWriteArrayList<>();
        private final Clock clock;

        MadeUpIdentity(Clock clock) {
            this.clock = clock;
            Instant now = clock.instant();
            List<AccountRow> made = new ArrayList<>();
            for (int i = 0; i < 1234; i++) {
                Set<Role> roles = i == 3
                        ? Set.of(Role.MEMBER, Role.ADMIN)
                        : i == 5 ? Set.of(Role.MEMBER, Role.MODERATOR, Role.AUDITOR) : Set.of(Role.MEMBER);
                made.add(new AccountRow(
                        AccountId.random(),
                        "hulotte" + (1234 - i),
                        "hulotte" + (1234 - i) + "@example.org",
                        i % 7 != 2,
                        i % 31 == 8,
                        roles,
                        now.minus(Duration.ofHours(5L * i))));
            }
            accounts.addAll(made);
            invitations.add(invitation(5, 2, now.plus(Duration.ofDays(2)), false));
            invitations.add(invitation(1, 1, now.plus(Duration.ofDays(5)), false));
            invitations.add(invitation(20, 3, now.minus(Duration.ofDays(5)), false));
            invitations.add(invitation(3, 0, now.plus(Duration.ofDays(15)), true));
        }

        private InvitationRow invitation(int uses, int used, Instant ends, boolean withdrawn) {
            return new InvitationRow(
                    InvitationId.random(),
                    uses,
                    used,
                    ends,
                    withdrawn,
                    clock.instant().minus(Duration.ofDays(6)));
        }

        private List<AccountRow> matching(String text) {
            return accounts.stream()
                    .filter(row -> text.isBlank()
                            || row.loginName().equals(text)
                            || row.email().equals(text)
                            || row.accountId().toString().startsWith(text))
                    .toList();
        }

        @QueryHandler
        List<AccountRow> handle(FindAccounts query) {
            return matching(query.text()).stream()
                    .skip(query.offset())
                    .limit(query.limit())
                    .toList();
        }

        @QueryHandler
        Integer handle(CountAccounts query) {
            return matching(query.text()).size();
        }

        @QueryHandler
        List<InvitationRow> handle(FindInvitations query) {
            return List.copyOf(invitations);
        }

        @CommandHandler
        void handle(GrantRole command) {}

        @CommandHandler
        void handle(RevokeRole command) {
            if (command.role() == Role.ADMIN) throw new Refused("account.last-admin");
        }

        @CommandHandler
        void handle(BlockAccount command) {}

        @CommandHandler
        void handle(UnblockAccount command) {}

        @CommandHandler
        void handle(WithdrawInvitation command) {
            invitations.replaceAll(row -> row.invitationId().equals(command.invitationId())
                    ? new InvitationRow(
                            row.invitationId(), row.uses(), row.used(), row.expiresAt(), true, row.issuedAt())
                    : row);
        }

        @CommandHandler
        String handle(IssueInvitation command) {
            invitations.addFirst(invitation(command.uses(), 0, clock.instant().plus(command.validFor()), false));
            return "http://localhost:8080/sign-up?invitation=tYw1Z2kq0hJmB7s9dQ4x8LrVnE6uPcGfAaT3iOoKyXM";
        }

        @CommandHandler
        IssuedSecret handle(IssueClientSecret command) {
            return new IssuedSecret("cafe", "tYw1Z2kq0hJmB7s9dQ4x8LrVnE6uPcGfAaT3iOoKyXM");
        }
    }

    static final class Sower {

        private final Commands commands;

        Sower(Commands commands) {
            this.commands = commands;
        }

        @EventListener
        void whenReady(ApplicationReadyEvent event) {
            for (String each : List.of(
                    "Café des Hiboux,cafe,Rencontres",
                    "PeerTube,peertube,Vidéo",
                    "Mastodon,mastodon,Réseau",
                    "Nextcloud,cloud,Fichiers",
                    "Wiki du quartier,wiki,Savoir",
                    "Mobilizon,agenda,Rencontres",
                    "Radio libre,radio,Son")) sow(each.split(","));
        }

        private void sow(String[] service) {
            Actor actor = new Actor("8f14e45f-ceea-467f-a9d2-3f2b4c5d6e7f", "ADMIN");
            ServiceId id = ServiceId.random();
            commands.send(
                    new RegisterService(
                            id,
                            service[1],
                            new ServiceDescription(
                                    service[0],
                                    "",
                                    URI.create("https://" + service[1] + ".example.org/"),
                                    service[2],
                                    null,
                                    null)),
                    actor);
            if (service[1].equals("radio")) return;
            commands.send(
                    new ConfigureOidcClient(
                            id,
                            new OidcClient(
                                    service[1],
                                    List.of(URI.create("https://" + service[1] + ".example.org/callback")),
                                    List.of(),
                                    Set.of("client_secret_basic"),
                                    Set.of("authorization_code", "refresh_token"),
                                    Set.of("openid", "profile", "email"),
                                    "ES256",
                                    "",
                                    true)),
                    actor);
            if (!service[1].equals("wiki")) commands.send(new OpenService(id), actor);
        }
    }
}
