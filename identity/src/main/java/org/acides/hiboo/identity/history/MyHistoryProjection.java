package org.acides.hiboo.identity.history;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.AccessWithdrawn;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.AccountRegistered;
import org.acides.hiboo.identity.api.events.AccountUnblocked;
import org.acides.hiboo.identity.api.events.AliasSilenced;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.EmailVerified;
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.identity.api.events.FactorRemoved;
import org.acides.hiboo.identity.api.events.GroupJoined;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.identity.api.events.IdentityLinked;
import org.acides.hiboo.identity.api.events.IdentityUnlinked;
import org.acides.hiboo.identity.api.events.MoveCalledOff;
import org.acides.hiboo.identity.api.events.MovePrepared;
import org.acides.hiboo.identity.api.events.PasskeySuspected;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.identity.api.events.ProfileArrived;
import org.acides.hiboo.identity.api.events.ProfileClaimed;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileDeletionUndone;
import org.acides.hiboo.identity.api.events.ProfileErased;
import org.acides.hiboo.identity.api.events.ProfileRefused;
import org.acides.hiboo.identity.api.events.ProfileRenamed;
import org.acides.hiboo.identity.api.events.ProfileRequestWithdrawn;
import org.acides.hiboo.identity.api.events.ProfileRequested;
import org.acides.hiboo.identity.api.events.ProfileRestored;
import org.acides.hiboo.identity.api.events.ProfileSuspended;
import org.acides.hiboo.identity.api.events.ProfileTransferred;
import org.acides.hiboo.identity.api.events.RecoveryCancelled;
import org.acides.hiboo.identity.api.events.RecoveryCodeUsed;
import org.acides.hiboo.identity.api.events.RecoveryCodesRenewed;
import org.acides.hiboo.identity.api.events.RecoveryCompleted;
import org.acides.hiboo.identity.api.events.RecoveryConfirmed;
import org.acides.hiboo.identity.api.events.RecoveryLapsed;
import org.acides.hiboo.identity.api.events.RecoveryProposed;
import org.acides.hiboo.identity.api.events.RoleGranted;
import org.acides.hiboo.identity.api.events.RoleRevoked;
import org.acides.hiboo.identity.api.events.ServiceEntrusted;
import org.acides.hiboo.identity.api.events.ServiceTakenBack;
import org.acides.hiboo.identity.api.events.TermsAccepted;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills {@code identity.my_history}. A row of an account goes under its tag, one of a profile under the profile. */
@Component
@ProcessingGroup("projection.identity.my-history")
class MyHistoryProjection {

    private final MyHistoryRows rows;
    private final Sealer sealer;

    MyHistoryProjection(MyHistoryRows rows, Sealer sealer) {
        this.rows = rows;
        this.sealer = sealer;
    }

    @EventHandler
    void on(AccountRegistered event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(EmailVerified event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(TermsAccepted event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(MovePrepared event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(MoveCalledOff event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(PasswordChanged event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(FactorEnrolled event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(FactorRemoved event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(IdentityLinked event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(IdentityUnlinked event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(PasskeySuspected event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(RecoveryCodesRenewed event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(RecoveryCodeUsed event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(RecoveryProposed event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(RecoveryConfirmed event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(RecoveryCancelled event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(RecoveryLapsed event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(RecoveryCompleted event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(RoleGranted event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(RoleRevoked event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(AccountBlocked event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(AccountUnblocked event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(ServiceEntrusted event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), event.service(), event.at(), message);
    }

    @EventHandler
    void on(ServiceTakenBack event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), event.service(), event.at(), message);
    }

    @EventHandler
    void on(GroupJoined event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(GroupLeft event, EventMessage<?> message) {
        rows.ofAccount(event.accountId(), null, event.at(), message);
    }

    @EventHandler
    void on(ProfileRequested event, EventMessage<?> message) {
        named(event.profileId(), event.service(), event.username(), event.at(), message);
    }

    @EventHandler
    void on(ProfileCreated event, EventMessage<?> message) {
        named(event.profileId(), event.service(), event.username(), event.at(), message);
    }

    /** Stands for the creation, which came with it: to its owner the profile is an old one. */
    @EventHandler
    void on(ProfileClaimed event, EventMessage<?> message) {
        rows.startAnew(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileArrived event, EventMessage<?> message) {
        rows.startAnew(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileRenamed event, EventMessage<?> message) {
        named(event.profileId(), rows.serviceOf(event.profileId()), event.username(), event.at(), message);
    }

    @EventHandler
    void on(ProfileRefused event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileSuspended event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileRestored event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ClaimContested event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    /** What those may read who do not have it is kept by the decision itself. */
    @EventHandler
    void on(ContestDecided event, EventMessage<?> message) {
        switch (event.outcome()) {
            case STAYS -> rows.ofProfile(event.profileId(), event.at(), message);
            case MOVES -> rows.startAnew(event.profileId(), event.at(), message);
            case LOCKED -> rows.remove(event.profileId());
        }
    }

    @EventHandler
    void on(ProfileDeleted event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileDeletionUndone event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(AccessWithdrawn event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(AliasSilenced event, EventMessage<?> message) {
        rows.ofProfile(event.profileId(), event.at(), message);
    }

    /** What was before is its former owner's. */
    @EventHandler
    void on(ProfileTransferred event, EventMessage<?> message) {
        rows.startAnew(event.profileId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileRequestWithdrawn event) {
        rows.remove(event.profileId());
    }

    /** What its owner may read afterwards is kept by the erasure itself: nothing else says whose the profile was. */
    @EventHandler
    void on(ProfileErased event) {
        rows.remove(event.profileId());
    }

    @ResetHandler
    void empty() {
        rows.empty();
    }

    private void named(
            ProfileId profile,
            @Nullable ServiceRef service,
            Sealed<String> username,
            Instant at,
            EventMessage<?> message) {
        sealer.open(username, String.class).ifPresent(name -> rows.ofProfile(profile, service, name, at, message));
    }
}
