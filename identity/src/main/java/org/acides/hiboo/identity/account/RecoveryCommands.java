package org.acides.hiboo.identity.account;

import java.time.Clock;
import java.util.Optional;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.CancelRecovery;
import org.acides.hiboo.identity.api.commands.ConfirmRecovery;
import org.acides.hiboo.identity.api.commands.ProposeRecovery;
import org.acides.hiboo.identity.api.events.RecoveryCompleted;
import org.acides.hiboo.identity.certificate.Certificates;
import org.acides.hiboo.identity.factor.Authenticators;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.factor.RecoveryCodes;
import org.acides.hiboo.identity.passkey.Passkeys;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** How an account is got back whose factors are lost, in one transaction each. Who is an admin is asked in it, too. */
@Component
class RecoveryCommands {

    private static final int LONGEST_REASON = 2_000;

    private final Repository<Account> repository;
    private final Accounts accounts;
    private final Factors factors;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final Certificates certificates;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final Sealer sealer;
    private final RecoveryTimes times;
    private final Clock clock;

    RecoveryCommands(
            Repository<Account> repository,
            Accounts accounts,
            Factors factors,
            Authenticators authenticators,
            Passkeys passkeys,
            Certificates certificates,
            RecoveryCodes codes,
            Sessions sessions,
            Sealer sealer,
            RecoveryTimes times,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.factors = factors;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.certificates = certificates;
        this.codes = codes;
        this.sessions = sessions;
        this.sealer = sealer;
        this.times = times;
        this.clock = clock;
    }

    @CommandHandler
    void handle(ProposeRecovery command) {
        String reason = command.reason().strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST_REASON)
            throw new Refused("account.reason-malformed", LONGEST_REASON);
        requireAdmin(command.by());
        AccountId id = command.accountId();
        Aggregate<Account> account = load(id);
        if (!factors.any(id)) throw new Refused("recovery.no-factor");
        var why = sealer.seal(id.value(), reason);
        account.execute(it -> AggregateLifecycle.apply(
                it.recovery().propose(id, RecoveryId.random(), command.by(), why, clock.instant())));
    }

    @CommandHandler
    void handle(ConfirmRecovery command) {
        requireAdmin(command.by());
        AccountId id = command.accountId();
        load(id).execute(it ->
                AggregateLifecycle.apply(it.recovery().confirm(id, command.by(), times, clock.instant())));
    }

    @CommandHandler
    void handle(CancelRecovery command) {
        AccountId id = command.accountId();
        load(id).execute(it -> it.recovery().cancel(id, clock.instant()).ifPresent(AggregateLifecycle::apply));
    }

    @CommandHandler
    void handle(LapseRecovery command) {
        AccountId id = command.accountId();
        load(id).execute(it -> it.recovery()
                .lapse(id, command.recoveryId(), times, clock.instant())
                .ifPresent(AggregateLifecycle::apply));
    }

    @CommandHandler
    void handle(CompleteRecovery command) {
        AccountId id = command.accountId();
        boolean done = load(id).invoke(it -> complete(it, command));
        if (!done) return;
        authenticators.forget(id);
        passkeys.forget(id);
        certificates.forget(id);
        codes.forget(id);
        sessions.endAll(id, null);
    }

    private boolean complete(Account account, CompleteRecovery command) {
        Optional<RecoveryCompleted> done =
                account.recovery().complete(command.accountId(), command.recoveryId(), clock.instant());
        done.ifPresent(event -> {
            AggregateLifecycle.apply(event);
            account.removeFactors(clock.instant());
        });
        return done.isPresent();
    }

    private void requireAdmin(AccountId by) {
        if (accounts.find(by)
                .filter(admin -> admin.roles().contains(Role.ADMIN) && !admin.blocked())
                .isEmpty()) throw new Refused("recovery.not-admin");
    }

    private Aggregate<Account> load(AccountId id) {
        if (accounts.find(id).isEmpty()) throw new Refused("account.unknown");
        return repository.load(id.toString());
    }
}
