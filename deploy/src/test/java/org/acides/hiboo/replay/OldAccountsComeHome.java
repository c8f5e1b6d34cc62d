package org.acides.hiboo.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.OldAccountLists;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CancelProfileImport;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.commands.DecideContest;
import org.acides.hiboo.identity.api.commands.StartProfileImport;
import org.acides.hiboo.identity.profile.ClaimProfile;
import org.acides.hiboo.identity.profile.ContestClaim;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old accounts of which some are claimed and contested, a list that was taken back, and one whose time is over. */
record OldAccountsComeHome(Commands commands, OldAccountLists lists, JdbcClient jdbc, Runnable reserve) {

    private static final Actor ADMIN = new Actor("an-admin", "ADMIN");

    void live() throws IOException {
        ServiceRef service = new ServiceRef(jdbc.sql("SELECT service_id FROM identity.service WHERE slug = 'matrix'")
                .query(UUID.class)
                .single());
        ImportId open = imported(service, 7);
        List<ProfileId> waiting = jdbc
                .sql("SELECT profile_id FROM identity.unclaimed_profile WHERE import_id = ? LIMIT 5")
                .param(open.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ProfileId::new)
                .toList();
        for (ProfileId one : waiting)
            commands.send(
                    new ClaimProfile(one, service, AccountId.random(), false, null),
                    new Actor(one.toString(), "MEMBER"));
        for (ProfileId one : waiting.subList(0, 4))
            commands.send(
                    new ContestClaim(one, service, AccountId.random(), true, "It is mine."),
                    new Actor(UUID.randomUUID().toString(), "MEMBER"));
        for (ContestOutcome outcome : ContestOutcome.values())
            commands.send(new DecideContest(waiting.get(outcome.ordinal()), outcome, "For a test."), ADMIN);
        commands.send(new CancelProfileImport(imported(service, 1)), ADMIN);
        commands.send(new CloseProfileImport(imported(service, 1)), ADMIN);
    }

    private ImportId imported(ServiceRef service, int accounts) throws IOException {
        StringBuilder list = new StringBuilder("handle,email_hash\n");
        for (int i = 0; i < accounts; i++)
            list.append(UUID.randomUUID()).append(',').append("0".repeat(64)).append('\n');
        ImportId id = lists.read(
                service, new ByteArrayInputStream(list.toString().getBytes(StandardCharsets.UTF_8)), "", ADMIN);
        commands.send(new StartProfileImport(id), ADMIN);
        reserve.run();
        return id;
    }
}
