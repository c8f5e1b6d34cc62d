package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.account.Registration.Applicant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/** Makes the first admin's account, in steps of which each may be repeated after a fall. */
@Component
class FirstAdmin {

    private final Registration registration;
    private final Newcomers newcomers;
    private final Accounts accounts;

    FirstAdmin(Registration registration, Newcomers newcomers, Accounts accounts) {
        this.registration = registration;
        this.newcomers = newcomers;
        this.accounts = accounts;
    }

    boolean opens(String secret) {
        return registration.opensFirstAdmin(secret);
    }

    /** @throws Refused as {@link Registration#register} says, and {@code first-admin.gone} */
    AccountState make(String secret, Applicant applicant) {
        AccountId id = account(applicant);
        registration.verifyEmail(id);
        registration.makeFirstAdmin(id, secret);
        return accounts.find(id).orElseThrow();
    }

    /** Made now, or by a try that fell before it was done: whoever made it knows its password. */
    private AccountId account(Applicant applicant) {
        try {
            return registration.register(applicant);
        } catch (Refused no) {
            if (!no.code().equals("login-name.taken")) throw no;
            return newcomers.sameAgain(applicant).orElseThrow(() -> no).id();
        }
    }
}
