package org.acides.hiboo.identity.signin;

import java.util.Optional;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/** Tells whether somebody is who they say. Whoever does not know the password learns nothing, not even from a clock. */
@Component
class PasswordCheck {

    /**
     * @param device what the browser's device cookie is to hold
     * @param known whether the browser had signed in by that name before
     */
    record Passed(AccountState account, String device, boolean known) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;

    PasswordCheck(Accounts accounts, Passwords passwords, Attempts attempts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * @param name login name or e-mail address
     * @throws Refused {@code sign-in.wrong}, {@code throttled} (seconds), {@code busy}, and after the right password alone
     *     {@code sign-in.blocked}
     */
    Passed check(String name, String password, Visitor visitor) {
        attempts.require(name, visitor.source(), visitor.device());
        Optional<AccountState> account = named(name);
        if (!matches(account, name, password, visitor)) throw new Refused("sign-in.wrong");
        boolean before = attempts.knows(name, visitor.device());
        String device = attempts.succeeded(name, visitor.source(), visitor.device());
        AccountState known = account.orElseThrow();
        if (known.blocked()) throw new Refused("sign-in.blocked");
        return new Passed(known, device, before);
    }

    private boolean matches(Optional<AccountState> account, String name, String password, Visitor visitor) {
        try {
            return passwords.matches(account.map(AccountState::id).orElse(null), password) && account.isPresent();
        } catch (Refused busy) {
            attempts.takeBack(name, visitor.source(), visitor.device());
            throw busy;
        }
    }

    /** A login name holds no @, an address always. */
    Optional<AccountState> named(String name) {
        return name.indexOf('@') < 0 ? accounts.byLoginName(name) : accounts.byEmail(name);
    }
}
