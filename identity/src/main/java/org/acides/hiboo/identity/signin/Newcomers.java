package org.acides.hiboo.identity.signin;

import java.util.Optional;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.account.Registration.Applicant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.springframework.stereotype.Component;

/** What becomes of a sign-up form: an account and a letter, or a letter to whoever has the address already. */
@Component
class Newcomers {

    private final Registration registration;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Letters letters;

    Newcomers(Registration registration, Accounts accounts, Passwords passwords, Letters letters) {
        this.registration = registration;
        this.accounts = accounts;
        this.passwords = passwords;
        this.letters = letters;
    }

    /**
     * Returns as if all were well when the address is known, and when the same form was sent before.
     *
     * @param onward where the letter's link leads, unless somebody else's account has the address: nobody chooses where
     *     others go
     * @throws Refused as {@link Registration#register} says, {@code email.taken} aside
     */
    void ask(Applicant applicant, Onward onward) {
        try {
            letters.verify(account(registration.register(applicant)), onward);
        } catch (Refused no) {
            switch (no.code()) {
                case "email.taken" ->
                    accounts.byEmail(applicant.email()).ifPresent(holder -> tellHolder(holder, Onward.HOME));
                case "login-name.taken" ->
                    sameAgain(applicant).ifPresentOrElse(holder -> tellHolder(holder, onward), () -> {
                        throw no;
                    });
                default -> throw no;
            }
        }
    }

    private void tellHolder(AccountState holder, Onward onward) {
        if (holder.verified()) letters.known(holder);
        else letters.verify(holder, onward);
    }

    /**
     * The account that this very form made a moment ago. The password is hashed in any case, so that nobody can tell by a
     * clock which address goes with which login name.
     */
    Optional<AccountState> sameAgain(Applicant applicant) {
        Optional<AccountState> made = accounts.byLoginName(applicant.loginName())
                .filter(account -> accounts.byEmail(applicant.email())
                        .map(AccountState::id)
                        .filter(account.id()::equals)
                        .isPresent());
        boolean same = passwords.matches(made.map(AccountState::id).orElse(null), applicant.password());
        return made.filter(account -> same && !account.blocked());
    }

    AccountState account(AccountId id) {
        return accounts.find(id).orElseThrow();
    }
}
