package org.acides.hiboo.identity.account;

import java.time.Clock;
import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.commands.RemoveFactor;
import org.acides.hiboo.identity.api.commands.RenameFactor;
import org.acides.hiboo.identity.certificate.Certificates;
import org.acides.hiboo.identity.factor.Authenticators;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.identity.factor.RecoveryCodes;
import org.acides.hiboo.identity.passkey.Passkeys;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What people do with their factors, in one transaction each: event, look-up, and what is kept of the secret. */
@Component
class FactorCommands {

    private final Repository<Account> repository;
    private final Accounts accounts;
    private final Factors factors;
    private final Authenticators authenticators;
    private final RecoveryCodes recovery;
    private final Passkeys passkeys;
    private final Certificates certificates;
    private final Freshness freshness;
    private final Clock clock;

    FactorCommands(
            Repository<Account> repository,
            Accounts accounts,
            Factors factors,
            Authenticators authenticators,
            RecoveryCodes recovery,
            Passkeys passkeys,
            Certificates certificates,
            Freshness freshness,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.factors = factors;
        this.authenticators = authenticators;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.certificates = certificates;
        this.freshness = freshness;
        this.clock = clock;
    }

    @CommandHandler
    void handle(EnrolAuthenticator command) {
        load(command.accountId())
                .execute(account -> account.enrol(command.proved().factor(), FactorKind.TOTP, clock.instant()));
        authenticators.store(command.accountId(), command.proved());
    }

    @CommandHandler
    void handle(RemoveFactor command) {
        AccountId id = command.accountId();
        freshness.require(id, command.session());
        boolean totp = factors.of(id).stream()
                .anyMatch(one -> one.factorId().equals(command.factorId()) && one.kind() == FactorKind.TOTP);
        boolean none = load(id).invoke(account -> account.removeFactor(command.factorId(), clock.instant()));
        if (totp) authenticators.forget(id);
        passkeys.forget(command.factorId());
        certificates.forget(command.factorId());
        if (none) recovery.forget(id);
    }

    @CommandHandler
    void handle(RenameFactor command) {
        AccountId id = command.accountId();
        freshness.require(id, command.session());
        if (!passkeys.rename(id, command.factorId(), command.name())
                && !certificates.rename(id, command.factorId(), command.name())) throw new Refused("factor.unknown");
    }

    @CommandHandler
    List<String> handle(RenewRecoveryCodes command) {
        load(command.accountId()).execute(account -> account.renewRecoveryCodes(clock.instant()));
        return recovery.renew(command.accountId());
    }

    @CommandHandler
    void handle(UseRecoveryCode command) {
        int left =
                recovery.use(command.accountId(), command.typed()).orElseThrow(() -> new Refused("second-step.wrong"));
        load(command.accountId()).execute(account -> account.recoveryCodeUsed(left, clock.instant()));
    }

    private Aggregate<Account> load(AccountId id) {
        if (accounts.find(id).isEmpty()) throw new Refused("account.unknown");
        return repository.load(id.toString());
    }
}
