package org.acides.hiboo.identity.account;

import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.passkey.Assertion;
import org.acides.hiboo.identity.passkey.Attestation;
import org.acides.hiboo.identity.passkey.Ceremonies;
import org.acides.hiboo.identity.passkey.NewPasskey;
import org.acides.hiboo.identity.passkey.Passkeys;
import org.acides.hiboo.identity.passkey.Proof;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/**
 * What the plain pages ask about passkeys, in the member's own name. Refused besides what each says: {@code passkey.wrong},
 * {@code passkey.late}, {@code passkey.unknown}, {@code passkey.suspected}.
 */
@Component
public class PasskeyFactors {

    private final Commands commands;
    private final Ceremonies ceremonies;
    private final Passkeys passkeys;

    PasskeyFactors(Commands commands, Ceremonies ceremonies, Passkeys passkeys) {
        this.commands = commands;
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
    }

    /**
     * Makes a passkey a factor of the account.
     *
     * @param secret what the browser holds in its cookie
     * @return RFC 8176 values of what the person proved by that
     * @throws Refused {@code passkey.known}, {@code passkey.too-many}
     */
    public List<String> enrol(AccountId account, Attestation attestation, FactorName name, String secret) {
        NewPasskey made = ceremonies.enrol(account, attestation, secret);
        send(account, new EnrolPasskey(account, made, name));
        return made.methods();
    }

    /** Who it is. */
    public Proof signIn(Assertion assertion, String secret) {
        return counted(ceremonies.signIn(assertion, secret));
    }

    /** @return RFC 8176 values of what they proved */
    public List<String> secondStep(AccountId account, Assertion assertion, String secret) {
        return counted(ceremonies.secondStep(account, assertion, secret)).methods();
    }

    /** Either of two copies may be the thief's: neither is believed from now on. */
    private Proof counted(Proof proof) {
        if (passkeys.used(proof)) return proof;
        send(proof.account(), new SuspectPasskey(proof.account(), proof.factor()));
        throw new Refused("passkey.suspected");
    }

    private void send(AccountId account, Object command) {
        commands.send(command, new Actor(account.toString(), Role.MEMBER.name()));
    }
}
