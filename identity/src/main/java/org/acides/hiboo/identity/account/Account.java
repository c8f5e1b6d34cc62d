package org.acides.hiboo.identity.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.AccountRegistered;
import org.acides.hiboo.identity.api.events.AccountUnblocked;
import org.acides.hiboo.identity.api.events.EmailVerified;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.identity.api.events.RoleGranted;
import org.acides.hiboo.identity.api.events.RoleRevoked;
import org.acides.hiboo.identity.api.events.ServiceEntrusted;
import org.acides.hiboo.identity.api.events.ServiceTakenBack;
import org.acides.hiboo.identity.api.events.TermsAccepted;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What a person signs in with. Asking for what is so already changes nothing. That an admin is left is not decided here:
 * one account does not know of the others.
 */
@Aggregate
public class Account {

    @AggregateIdentifier
    private @Nullable AccountId id;

    @AggregateMember
    private final AccountFactors factors = new AccountFactors();

    @AggregateMember
    private final AccountRecovery recovery = new AccountRecovery();

    private final Set<Role> roles = EnumSet.of(Role.MEMBER);
    private final Set<ServiceRef> entrusted = new HashSet<>();
    private boolean verified;
    private boolean blocked;
    private String terms = "";

    /** For Axon, which then applies the account's events. */
    Account() {}

    Account(
            AccountId id,
            Sealed<String> loginName,
            Sealed<String> email,
            String language,
            String termsVersion,
            Instant now) {
        AggregateLifecycle.apply(new AccountRegistered(id, loginName, email, language, now));
        AggregateLifecycle.apply(new TermsAccepted(id, termsVersion, now));
    }

    void verifyEmail(Instant now) {
        if (!verified) AggregateLifecycle.apply(new EmailVerified(known(), now));
    }

    void acceptTerms(String version, Instant now) {
        if (!terms.equals(version)) AggregateLifecycle.apply(new TermsAccepted(known(), version, now));
    }

    void passwordChanged(boolean byReset, Instant now) {
        AggregateLifecycle.apply(new PasswordChanged(known(), byReset, now));
    }

    /** @throws Refused {@code passkey.too-many}, {@code certificate.too-many} */
    void enrol(FactorId factor, FactorKind kind, Instant now) {
        factors.enrol(known(), factor, kind, now);
    }

    /**
     * Whoever has a role keeps a factor.
     *
     * @return whether none is left
     * @throws Refused {@code factor.unknown}, {@code factor.needed-by-role}
     */
    boolean removeFactor(FactorId factor, Instant now) {
        factors.remove(known(), factor, roles.size() > 1, now);
        return factors.none();
    }

    void suspect(FactorId passkey, Instant now) {
        factors.suspect(known(), passkey, now);
    }

    /** Whatever role the account has. */
    void removeFactors(Instant now) {
        factors.removeAll(known(), now);
    }

    AccountRecovery recovery() {
        return recovery;
    }

    /** @throws Refused {@code factor.none} */
    void renewRecoveryCodes(Instant now) {
        factors.renewRecoveryCodes(known(), now);
    }

    void recoveryCodeUsed(int left, Instant now) {
        factors.recoveryCodeUsed(known(), left, now);
    }

    void grant(Role role, Instant now) {
        if (!roles.contains(role)) AggregateLifecycle.apply(new RoleGranted(known(), role, now));
    }

    /** @throws Refused {@code account.member-always} */
    void revoke(Role role, Instant now) {
        if (role == Role.MEMBER) throw new Refused("account.member-always");
        if (roles.contains(role)) AggregateLifecycle.apply(new RoleRevoked(known(), role, now));
    }

    void block(Sealed<String> reason, Instant now) {
        if (!blocked) AggregateLifecycle.apply(new AccountBlocked(known(), reason, now));
    }

    void unblock(Instant now) {
        if (blocked) AggregateLifecycle.apply(new AccountUnblocked(known(), now));
    }

    void entrust(ServiceRef service, Instant now) {
        if (!entrusted.contains(service)) AggregateLifecycle.apply(new ServiceEntrusted(known(), service, now));
    }

    void takeBack(ServiceRef service, Instant now) {
        if (entrusted.contains(service)) AggregateLifecycle.apply(new ServiceTakenBack(known(), service, now));
    }

    private AccountId known() {
        if (id == null) throw new Refused("account.unknown");
        return id;
    }

    @EventSourcingHandler
    void on(AccountRegistered event) {
        id = event.accountId();
    }

    @EventSourcingHandler
    void on(EmailVerified event) {
        verified = true;
    }

    @EventSourcingHandler
    void on(TermsAccepted event) {
        terms = event.version();
    }

    @EventSourcingHandler
    void on(RoleGranted event) {
        roles.add(event.role());
    }

    @EventSourcingHandler
    void on(RoleRevoked event) {
        roles.remove(event.role());
    }

    @EventSourcingHandler
    void on(ServiceEntrusted event) {
        entrusted.add(event.service());
    }

    @EventSourcingHandler
    void on(ServiceTakenBack event) {
        entrusted.remove(event.service());
    }

    @EventSourcingHandler
    void on(AccountBlocked event) {
        blocked = true;
    }

    @EventSourcingHandler
    void on(AccountUnblocked event) {
        blocked = false;
    }
}
