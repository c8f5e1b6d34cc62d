package org.acides.hiboo.identity.history;

import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.AccountRegistered;
import org.acides.hiboo.identity.api.events.AccountUnblocked;
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
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Fills {@code identity.my_history} with what happens to accounts; each row goes under its account's tag. */
@Component
@ProcessingGroup("projection.identity.my-history")
class MyAccountHistoryProjection {

    private final MyHistoryRows rows;

    MyAccountHistoryProjection(MyHistoryRows rows) {
        this.rows = rows;
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
}
