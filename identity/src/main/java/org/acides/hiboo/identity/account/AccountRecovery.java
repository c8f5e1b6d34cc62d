package org.acides.hiboo.identity.account;

import java.time.Instant;
import java.util.Optional;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.identity.api.events.RecoveryCancelled;
import org.acides.hiboo.identity.api.events.RecoveryCompleted;
import org.acides.hiboo.identity.api.events.RecoveryConfirmed;
import org.acides.hiboo.identity.api.events.RecoveryLapsed;
import org.acides.hiboo.identity.api.events.RecoveryProposed;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * The part of an account that knows how it is got back when its factors are lost: one admin proposes, another confirms, and
 * what was due is done, unless somebody called it off. One that nobody confirms lapses. It decides, and answers what happened.
 */
class AccountRecovery {

    private @Nullable RecoveryId id;
    private @Nullable AccountId proposer;
    private Instant proposedAt = Instant.EPOCH;
    private @Nullable Instant due;

    /** @throws Refused {@code recovery.own}, {@code recovery.under-way} */
    RecoveryProposed propose(AccountId account, RecoveryId fresh, AccountId by, Sealed<String> reason, Instant now) {
        requireOther(account, by);
        if (id != null) throw new Refused("recovery.under-way");
        return new RecoveryProposed(account, fresh, by, reason, now);
    }

    /**
     * @throws Refused {@code recovery.own}, {@code recovery.none}, {@code recovery.confirmed-already}, {@code recovery.same-admin},
     *     {@code recovery.lapsed}
     */
    RecoveryConfirmed confirm(AccountId account, AccountId by, RecoveryTimes times, Instant now) {
        requireOther(account, by);
        if (id == null) throw new Refused("recovery.none");
        if (due != null) throw new Refused("recovery.confirmed-already");
        if (by.equals(proposer)) throw new Refused("recovery.same-admin");
        if (stale(times, now)) throw new Refused("recovery.lapsed");
        return new RecoveryConfirmed(account, id, by, now.plus(times.delay()), now);
    }

    /** Empty when none is under way. */
    Optional<RecoveryCancelled> cancel(AccountId account, Instant now) {
        return id == null ? Optional.empty() : Optional.of(new RecoveryCancelled(account, id, now));
    }

    /** Empty when it was called off meanwhile, is another one, or is not due. */
    Optional<RecoveryCompleted> complete(AccountId account, RecoveryId which, Instant now) {
        boolean over = which.equals(id) && due != null && !now.isBefore(due);
        return over ? Optional.of(new RecoveryCompleted(account, which, now)) : Optional.empty();
    }

    /** Empty when it was confirmed or called off meanwhile, is another one, or has time still. */
    Optional<RecoveryLapsed> lapse(AccountId account, RecoveryId which, RecoveryTimes times, Instant now) {
        boolean over = which.equals(id) && due == null && stale(times, now);
        return over ? Optional.of(new RecoveryLapsed(account, which, now)) : Optional.empty();
    }

    private boolean stale(RecoveryTimes times, Instant now) {
        return !now.isBefore(proposedAt.plus(times.proposal()));
    }

    private static void requireOther(AccountId account, AccountId by) {
        if (by.equals(account)) throw new Refused("recovery.own");
    }

    @EventSourcingHandler
    void on(RecoveryProposed event) {
        id = event.recoveryId();
        proposer = event.by();
        proposedAt = event.at();
        due = null;
    }

    @EventSourcingHandler
    void on(RecoveryConfirmed event) {
        due = event.dueAt();
    }

    @EventSourcingHandler
    void on(RecoveryCancelled event) {
        id = null;
    }

    @EventSourcingHandler
    void on(RecoveryLapsed event) {
        id = null;
    }

    @EventSourcingHandler
    void on(RecoveryCompleted event) {
        id = null;
    }
}
