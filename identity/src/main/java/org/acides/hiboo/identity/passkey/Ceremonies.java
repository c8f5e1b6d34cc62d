package org.acides.hiboo.identity.passkey;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import java.security.MessageDigest;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/**
 * Whether what a browser answers proves what it was asked. Each answer is taken once. Refused, everywhere: {@code passkey.wrong},
 * {@code passkey.late} for a challenge that is over, was answered, or is another browser's.
 */
@Component
public class Ceremonies {

    private final RelyingParty party;
    private final Challenges challenges;
    private final Passkeys passkeys;

    Ceremonies(RelyingParty party, Challenges challenges, Passkeys passkeys) {
        this.party = party;
        this.challenges = challenges;
        this.passkeys = passkeys;
    }

    /** @param secret what the browser holds in its cookie */
    public NewPasskey enrol(AccountId account, Attestation attestation, String secret) {
        RegistrationData data = party.read(attestation);
        byte[] challenge = RelyingParty.challenge(data.getCollectedClientData());
        challenges.require(challenge, Occasion.ENROL, account.toString(), secret);
        NewPasskey made = party.made(data, challenge);
        challenges.spend(challenge);
        return made;
    }

    /**
     * Whoever it is: the passkey says so, and has made sure that it is its owner who uses it.
     *
     * @throws Refused {@code passkey.unknown}, {@code passkey.suspected}
     */
    public Proof signIn(Assertion assertion, String secret) {
        if (assertion.user().length == 0) throw new Refused("passkey.wrong");
        return proof(assertion, Occasion.SIGN_IN, "", secret, known(assertion));
    }

    /**
     * Somebody who proved another thing before: that the passkey is there is enough.
     *
     * @throws Refused {@code passkey.unknown} also when it is another's, {@code passkey.suspected}
     */
    public Proof secondStep(AccountId account, Assertion assertion, String secret) {
        Passkeys.Known known = known(assertion);
        if (!known.account().equals(account)) throw new Refused("passkey.unknown");
        return proof(assertion, Occasion.SECOND_STEP, account.toString(), secret, known);
    }

    private Passkeys.Known known(Assertion assertion) {
        return passkeys.find(assertion.credential()).orElseThrow(() -> new Refused("passkey.unknown"));
    }

    private Proof proof(Assertion assertion, Occasion occasion, String whom, String secret, Passkeys.Known known) {
        AuthenticationData data = party.read(assertion);
        byte[] challenge = RelyingParty.challenge(data.getCollectedClientData());
        challenges.require(challenge, occasion, whom, secret);
        if (assertion.user().length > 0 && !MessageDigest.isEqual(assertion.user(), known.handle()))
            throw new Refused("passkey.wrong");
        long count = party.signed(data, challenge, known, occasion == Occasion.SIGN_IN);
        challenges.spend(challenge);
        if (known.suspected()) throw new Refused("passkey.suspected");
        return new Proof(known.account(), known.factor(), count, Proof.methods(known.synced()));
    }
}
