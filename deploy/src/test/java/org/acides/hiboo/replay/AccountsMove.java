package org.acides.hiboo.replay;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.ForgetCommunity;
import org.acides.hiboo.identity.api.commands.MatchService;
import org.acides.hiboo.identity.api.commands.NoteCommunityGone;
import org.acides.hiboo.identity.api.commands.UnmatchService;
import org.acides.hiboo.identity.api.events.CommunityTrusted;
import org.acides.hiboo.identity.api.events.MoveCalledOff;
import org.acides.hiboo.identity.api.events.MovePrepared;
import org.acides.hiboo.identity.profile.ArriveProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.test.Staff;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Communities come, are matched, end and are forgotten; profiles arrive, and one of them is deleted. */
record AccountsMove(Commands commands, EventGateway events, Accounts accounts, JdbcClient jdbc) {

    private static final Actor ADMIN = Staff.ADMIN;

    void live() {
        List<ServiceRef> services =
                jdbc
                        .sql("SELECT service_id FROM identity.service ORDER BY slug LIMIT 2")
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(ServiceRef::new)
                        .toList();
        CommunityId kept = trusted();
        CommunityId forgotten = trusted();
        for (CommunityId each : List.of(kept, forgotten))
            for (ServiceRef service : services)
                commands.send(new MatchService(each, service, URI.create("https://" + service + ".example/")), ADMIN);
        commands.send(new UnmatchService(kept, services.getFirst()), ADMIN);
        commands.send(new NoteCommunityGone(kept), ADMIN);
        commands.send(new ForgetCommunity(forgotten), ADMIN);

        AccountId account =
                accounts.byLoginName("chevechette").map(AccountState::id).orElseThrow();
        MoveId move = MoveId.random();
        events.publish(new MovePrepared(move, account, kept, now()), new MoveCalledOff(move, account, now()));
        ServiceRef matrix = new ServiceRef(jdbc.sql("SELECT service_id FROM identity.service WHERE slug = 'matrix'")
                .query(UUID.class)
                .single());
        arrive(matrix, AccountId.random());
        AccountId other = AccountId.random();
        ProfileId deleted = arrive(matrix, other);
        commands.send(new DeleteProfile(deleted, other), new Actor(deleted.toString(), "MEMBER"));
    }

    /** Its keys are state, and nobody asks for them here. */
    private CommunityId trusted() {
        CommunityId id = CommunityId.random();
        events.publish(new CommunityTrusted(id, URI.create("https://" + id + ".example"), now()));
        return id;
    }

    private ProfileId arrive(ServiceRef service, AccountId account) {
        ProfileId id = ProfileId.random();
        String name = "a" + id.toString().replace("-", "").substring(0, 12);
        commands.send(
                new ArriveProfile(id, service, account, name, "subject-" + id, "old@alias.example", now()),
                new Actor(id.toString(), "MEMBER"));
        return id;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
