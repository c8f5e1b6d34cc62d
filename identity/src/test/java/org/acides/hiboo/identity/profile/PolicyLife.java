package org.acides.hiboo.identity.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ProfilePolicySet;
import org.acides.hiboo.identity.account.AccountLife;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ApproveProfile;
import org.acides.hiboo.identity.api.commands.EntrustService;
import org.acides.hiboo.identity.api.commands.IssueGift;
import org.acides.hiboo.identity.api.commands.RefuseProfile;
import org.acides.hiboo.identity.api.commands.RequestProfile;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.identity.api.commands.WithdrawProfileRequest;
import org.acides.hiboo.identity.api.queries.FindMyProfiles;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Autowired;

/** What members, managers and time do to profiles. */
abstract class PolicyLife extends AccountLife {

    @Autowired
    QueryGateway queries;

    @Autowired
    ProfileErasure erasure;

    final ProfileId request(AccountId account, ServiceRef service, String username) {
        return request(account, service, username, "Please.");
    }

    final ProfileId request(AccountId account, ServiceRef service, String username, String message) {
        return request(account, service, ProfileId.random(), username, message);
    }

    final ProfileId request(AccountId account, ServiceRef service, ProfileId id, String username, String message) {
        commands.send(new RequestProfile(id, service, account, username, message), itself(id));
        return id;
    }

    final void withdraw(AccountId account, ProfileId id) {
        commands.send(new WithdrawProfileRequest(id, account), itself(id));
    }

    final void approve(ProfileId id) {
        commands.send(new ApproveProfile(id), ADMIN);
    }

    final void refuse(ProfileId id, String reason) {
        commands.send(new RefuseProfile(id, reason), ADMIN);
    }

    final void suspend(ProfileId id) {
        commands.send(new SuspendProfile(id, "spam"), new Actor("somebody", "MODERATOR"));
    }

    final void restore(ProfileId id) {
        commands.send(new RestoreProfile(id), new Actor("somebody", "MODERATOR"));
    }

    final void undo(AccountId account, ProfileId id) {
        commands.send(new UndoProfileDeletion(id, account), itself(id));
    }

    /** As if the profile had ended that long ago. */
    final void ended(ProfileId id, Duration ago) {
        jdbc.sql(
                        "UPDATE identity.profile SET ended_at = now() - ?::interval WHERE profile_id = ? AND ended_at IS NOT NULL")
                .params(ago.toString(), id.value())
                .update();
    }

    final String gift(ServiceRef service) {
        String link = commands.send(new IssueGift(service, Duration.ofDays(1)), ADMIN);
        return link.substring(link.lastIndexOf('=') + 1);
    }

    final ProfileId accept(AccountId account, ServiceRef service, String username, String secret) {
        ProfileId id = ProfileId.random();
        commands.send(new AcceptGift(id, service, account, username, secret), itself(id));
        return id;
    }

    final void entrust(AccountId account, ServiceRef service) {
        commands.send(new EntrustService(account, service), ADMIN);
    }

    final void policy(ServiceRef service, ProfilePolicy policy, int quota) {
        catalogue.publish(new ProfilePolicySet(new ServiceId(service.value()), policy, quota, Instant.EPOCH));
    }

    final List<MyProfile> mine(AccountId account) {
        return all(new FindMyProfiles(account), MyProfile.class);
    }

    final <T> List<T> all(Object query, Class<T> each) {
        return queries.query(query, ResponseTypes.multipleInstancesOf(each)).join();
    }

    static Actor itself(ProfileId id) {
        return new Actor(id.toString(), "MEMBER");
    }
}
