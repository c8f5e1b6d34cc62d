package org.acides.hiboo.identity.signin;

import java.util.Optional;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.signin.OneTimeLinks.Purpose;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/** Sets the password of whoever has a link that is theirs. */
@Component
class Reset {

    private final OneTimeLinks links;
    private final Accounts accounts;
    private final Registration registration;
    private final Letters letters;

    Reset(OneTimeLinks links, Accounts accounts, Registration registration, Letters letters) {
        this.links = links;
        this.accounts = accounts;
        this.registration = registration;
        this.letters = letters;
    }

    /**
     * Who follows the link reads the address's mail: it is proved too.
     *
     * @return empty when the link holds no more
     * @throws Refused as {@link Registration#resetPassword} says; then the link holds still
     */
    Optional<AccountState> to(String token, String chosen) {
        OneTimeLinks.Found found = links.find(token, Purpose.RESET).orElse(null);
        if (found == null || !links.use(token, Purpose.RESET)) return Optional.empty();
        AccountId id = found.account();
        try {
            registration.resetPassword(id, chosen);
        } catch (Refused no) {
            links.giveBack(token);
            throw no;
        }
        registration.verifyEmail(id);
        Optional<AccountState> account = accounts.find(id);
        account.ifPresent(letters::passwordChanged);
        return account;
    }
}
