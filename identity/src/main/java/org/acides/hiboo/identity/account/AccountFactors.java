package org.acides.hiboo.identity.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.identity.api.events.FactorRemoved;
import org.acides.hiboo.identity.api.events.PasskeySuspected;
import org.acides.hiboo.identity.api.events.RecoveryCodeUsed;
import org.acides.hiboo.identity.api.events.RecoveryCodesRenewed;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateLifecycle;

/** The part of an account that knows which factors it has. What proves them is kept elsewhere. */
class AccountFactors {

    private static final int MOST = 20;

    private final Map<FactorId, FactorKind> held = new LinkedHashMap<>();

    /**
     * There is one authenticator at most: another takes its place.
     *
     * @throws Refused {@code passkey.too-many}, {@code certificate.too-many}
     */
    void enrol(AccountId account, FactorId id, FactorKind kind, Instant now) {
        if (held.containsKey(id)) return;
        if (kind == FactorKind.TOTP)
            for (FactorId before : of(kind)) AggregateLifecycle.apply(new FactorRemoved(account, before, kind, now));
        else if (of(kind).size() >= MOST)
            throw new Refused(kind == FactorKind.PASSKEY ? "passkey.too-many" : "certificate.too-many", MOST);
        AggregateLifecycle.apply(new FactorEnrolled(account, id, kind, now));
    }

    /**
     * @param needed whether one must be left
     * @throws Refused {@code factor.unknown}, {@code factor.needed-by-role}
     */
    void remove(AccountId account, FactorId id, boolean needed, Instant now) {
        FactorKind kind = held.get(id);
        if (kind == null) throw new Refused("factor.unknown");
        if (needed && held.size() == 1) throw new Refused("factor.needed-by-role");
        AggregateLifecycle.apply(new FactorRemoved(account, id, kind, now));
    }

    void removeAll(AccountId account, Instant now) {
        Map.copyOf(held).forEach((id, kind) -> AggregateLifecycle.apply(new FactorRemoved(account, id, kind, now)));
    }

    /** One that was removed meanwhile is no matter any more. */
    void suspect(AccountId account, FactorId id, Instant now) {
        if (held.get(id) == FactorKind.PASSKEY) AggregateLifecycle.apply(new PasskeySuspected(account, id, now));
    }

    /** @throws Refused {@code factor.none}: codes stand in for a factor */
    void renewRecoveryCodes(AccountId account, Instant now) {
        if (none()) throw new Refused("factor.none");
        AggregateLifecycle.apply(new RecoveryCodesRenewed(account, now));
    }

    void recoveryCodeUsed(AccountId account, int left, Instant now) {
        AggregateLifecycle.apply(new RecoveryCodeUsed(account, left, now));
    }

    boolean none() {
        return held.isEmpty();
    }

    private List<FactorId> of(FactorKind kind) {
        return held.entrySet().stream()
                .filter(one -> one.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    @EventSourcingHandler
    void on(FactorEnrolled event) {
        held.put(event.factorId(), event.kind());
    }

    @EventSourcingHandler
    void on(FactorRemoved event) {
        held.remove(event.factorId());
    }
}
