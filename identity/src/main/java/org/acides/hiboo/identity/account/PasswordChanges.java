package org.acides.hiboo.identity.account;

import java.util.concurrent.Semaphore;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.commands.ChangePassword;
import org.acides.hiboo.identity.credential.PasswordHash;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Lets a member change their password once they typed the one they have, and lately proved their second factor if any. */
@Component
class PasswordChanges {

    /** Each holds a connection while it hashes, and counts its tries over a second one: a crowd would use them all up. */
    private static final int AT_ONCE = 2;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final OwnAccount account;
    private final Accounts accounts;
    private final Passwords passwords;
    private final CurrentPassword current;
    private final Factors factors;
    private final Freshness freshness;

    PasswordChanges(
            OwnAccount account,
            Accounts accounts,
            Passwords passwords,
            CurrentPassword current,
            Factors factors,
            Freshness freshness) {
        this.account = account;
        this.accounts = accounts;
        this.passwords = passwords;
        this.current = current;
        this.factors = factors;
        this.freshness = freshness;
    }

    @CommandHandler
    void handle(ChangePassword command) {
        if (!room.tryAcquire()) throw new Refused("busy");
        try {
            change(command);
        } finally {
            room.release();
        }
    }

    private void change(ChangePassword command) {
        AccountId id = command.accountId();
        AccountState state = accounts.find(id).orElseThrow(() -> new Refused("account.unknown"));
        if (factors.any(id)) freshness.require(id, command.keep());
        passwords.requireGood(command.chosen(), state.loginName(), state.email());
        current.require(id, command.keep(), command.current());
        PasswordHash hash = passwords.hash(command.chosen());
        account.change(id, hash, command.keep());
    }
}
