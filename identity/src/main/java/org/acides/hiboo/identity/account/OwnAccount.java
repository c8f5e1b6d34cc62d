package org.acides.hiboo.identity.account;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.credential.PasswordHash;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do to accounts of their own, in one transaction each: event, look-ups, password and sessions. */
@Component
class OwnAccount {

    private final Repository<Account> repository;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Sealer sealer;
    private final Clock clock;

    OwnAccount(
            Repository<Account> repository,
            Accounts accounts,
            Invitations invitations,
            Passwords passwords,
            Sessions sessions,
            Sealer sealer,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.invitations = invitations;
        this.passwords = passwords;
        this.sessions = sessions;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(RegisterAccount command) throws Exception {
        if (command.invitation() != null) invitations.use(command.invitation());
        AccountId id = command.accountId();
        UUID key = id.value();
        var loginName = sealer.seal(key, command.loginName().value());
        var email = sealer.seal(key, command.email().value());
        passwords.store(id, command.password());
        repository.newInstance(
                () -> new Account(id, loginName, email, command.language(), command.terms(), clock.instant()));
    }

    @CommandHandler
    void handle(VerifyEmail command) {
        on(command.accountId(), account -> account.verifyEmail(clock.instant()));
    }

    @CommandHandler
    void handle(AcceptTerms command) {
        on(command.accountId(), account -> account.acceptTerms(command.version(), clock.instant()));
    }

    @CommandHandler
    void handle(ResetPassword command) {
        set(command.accountId(), command.chosen(), true, null);
    }

    void change(AccountId id, PasswordHash chosen, SessionId keep) {
        set(id, chosen, false, keep);
    }

    private void set(AccountId id, PasswordHash chosen, boolean byReset, @Nullable SessionId keep) {
        on(id, account -> account.passwordChanged(byReset, clock.instant()));
        passwords.store(id, chosen);
        sessions.endAll(id, keep);
    }

    private void on(AccountId id, Consumer<Account> act) {
        if (accounts.find(id).isEmpty()) throw new Refused("account.unknown");
        repository.load(id.toString()).execute(act);
    }
}
