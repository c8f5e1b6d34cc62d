package org.acides.hiboo.replay;

import java.time.Duration;
import java.util.UUID;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.EntrustService;
import org.acides.hiboo.identity.api.commands.IssueGift;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.commands.TakeServiceBack;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the demo's profiles go through, beside what the demo itself does. */
record ProfileLives(Commands commands, Accounts accounts, JdbcClient jdbc) {

    private static final Actor ACTOR = Actor.system("test");

    void live() {
        ServiceRef service = new ServiceRef(jdbc.sql("SELECT service_id FROM identity.service WHERE slug = 'matrix'")
                .query(UUID.class)
                .single());
        AccountId account =
                accounts.byLoginName("chevechette").map(AccountState::id).orElseThrow();
        commands.send(new EntrustService(account, service), ACTOR);
        commands.send(new TakeServiceBack(account, service), ACTOR);
        Object link = commands.send(new IssueGift(service, Duration.ofDays(1)), ACTOR);
        if (link == null) throw new AssertionError("no link");
        ProfileId profile = ProfileId.random();
        Actor itself = new Actor(profile.toString(), "MEMBER");
        String name = "n" + profile.toString().substring(0, 8);
        commands.send(new CreateProfile(profile, service, account, name), itself);
        commands.send(new SuspendProfile(profile, "For a test."), ACTOR);
        commands.send(new RestoreProfile(profile), ACTOR);
        commands.send(new DeleteProfile(profile, account), itself);
        commands.send(new UndoProfileDeletion(profile, account), itself);
        commands.send(new DeleteProfile(profile, account), itself);
    }
}
