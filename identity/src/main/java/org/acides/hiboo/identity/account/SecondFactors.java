package org.acides.hiboo.identity.account;

import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.CancelRecovery;
import org.acides.hiboo.identity.factor.Authenticators;
import org.acides.hiboo.identity.factor.Typed;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/** What the plain pages ask about factors, in the member's own name. Each call is one transaction, committed when it returns. */
@Component
public class SecondFactors {

    /** RFC 8176 has no word for a recovery code: it is something that one has. */
    private static final List<String> BY_RECOVERY_CODE = List.of(SignedIn.MULTIPLE);

    private final Commands commands;
    private final Authenticators authenticators;
    private final RecoveryLookup recoveries;

    SecondFactors(Commands commands, Authenticators authenticators, RecoveryLookup recoveries) {
        this.commands = commands;
        this.authenticators = authenticators;
        this.recoveries = recoveries;
    }

    /**
     * Makes an authenticator application a factor of the account, in place of any earlier one.
     *
     * @param token of the offer
     * @param typed the code that the application shows
     * @return RFC 8176 values of what the person proved by that
     * @throws Refused {@code factor.offer-over}, {@code second-step.wrong}
     */
    public List<String> enrolAuthenticator(AccountId account, String token, String typed) {
        send(account, new EnrolAuthenticator(account, authenticators.prove(account, token, typed)));
        return FactorKind.TOTP.methods();
    }

    /**
     * Ten fresh codes, shown once; those before them hold no more.
     *
     * @throws Refused {@code factor.none}
     */
    public List<String> renewRecoveryCodes(AccountId account) {
        return send(account, new RenewRecoveryCodes(account));
    }

    /**
     * Whether somebody who knows the password has a second factor at hand: a code is used up by that.
     *
     * @param typed an authenticator's code, or a recovery code
     * @return RFC 8176 values of what they proved
     * @throws Refused {@code second-step.wrong}
     */
    public List<String> prove(AccountId account, String typed) {
        if (Typed.isDigits(typed)) {
            if (!authenticators.accept(account, typed)) throw new Refused("second-step.wrong");
            return FactorKind.TOTP.methods();
        }
        send(account, new UseRecoveryCode(account, typed));
        return BY_RECOVERY_CODE;
    }

    /** The member has their factors still: whoever is about to take them away does not. */
    public void keep(AccountId account) {
        if (recoveries.underWay(account)) send(account, new CancelRecovery(account));
    }

    private <R> R send(AccountId account, Object command) {
        return commands.send(command, new Actor(account.toString(), Role.MEMBER.name()));
    }
}
