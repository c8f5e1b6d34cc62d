package org.acides.hiboo.identity.account;

import java.time.Clock;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.passkey.Passkeys;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What becomes of passkeys, in one transaction each: event, look-up, and what is kept of the key. */
@Component
class PasskeyCommands {

    private final Repository<Account> repository;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Clock clock;

    PasskeyCommands(Repository<Account> repository, Accounts accounts, Passkeys passkeys, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @CommandHandler
    void handle(EnrolPasskey command) {
        FactorId factor = FactorId.random();
        load(command.accountId()).execute(account -> account.enrol(factor, FactorKind.PASSKEY, clock.instant()));
        passkeys.store(command.accountId(), factor, command.passkey(), command.name());
    }

    @CommandHandler
    void handle(SuspectPasskey command) {
        load(command.accountId()).execute(account -> account.suspect(command.factorId(), clock.instant()));
        passkeys.suspect(command.factorId());
    }

    private Aggregate<Account> load(AccountId id) {
        if (accounts.find(id).isEmpty()) throw new Refused("account.unknown");
        return repository.load(id.toString());
    }
}
