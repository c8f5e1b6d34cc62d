package org.acides.hiboo.replay;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.SetRequiredGroups;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.AddToGroup;
import org.acides.hiboo.identity.api.commands.ConfirmTransfer;
import org.acides.hiboo.identity.api.commands.CreateGroup;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.DissolveGroup;
import org.acides.hiboo.identity.api.commands.EntrustService;
import org.acides.hiboo.identity.api.commands.IssueGift;
import org.acides.hiboo.identity.api.commands.LeaveService;
import org.acides.hiboo.identity.api.commands.OfferProfile;
import org.acides.hiboo.identity.api.commands.RemoveFromGroup;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.SilenceAlias;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.commands.TakeServiceBack;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.identity.api.commands.WantProfile;
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
        GroupId group = GroupId.random();
        commands.send(new CreateGroup(group, group.toString()), ACTOR);
        commands.send(new AddToGroup(group, "chevechette"), ACTOR);
        commands.send(new RemoveFromGroup(group, account), ACTOR);
        commands.send(new DissolveGroup(group), ACTOR);
        GroupId kept = GroupId.random();
        commands.send(new CreateGroup(kept, kept.toString()), ACTOR);
        for (String login : List.of("chevechette", "petitduc")) commands.send(new AddToGroup(kept, login), ACTOR);
        commands.send(
                new SetRequiredGroups(new ServiceId(service.value()), List.of(new GroupRef(kept.value()))), ACTOR);
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
        commands.send(new LeaveService(profile, account), itself);
        commands.send(new SilenceAlias(profile, account), itself);
        String code = commands.send(new OfferProfile(profile, account), itself);
        AccountId other = accounts.byLoginName("petitduc").map(AccountState::id).orElseThrow();
        commands.send(new WantProfile(code, other), ACTOR);
        commands.send(new ConfirmTransfer(profile, account, SessionId.random(), "la-nuit-porte-conseil"), itself);
        commands.send(new DeleteProfile(profile, other), itself);
        commands.send(new SetRequiredGroups(new ServiceId(service.value()), List.of()), ACTOR);
    }
}
