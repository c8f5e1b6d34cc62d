package org.acides.hiboo.identity.passkey;

import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.springframework.stereotype.Component;

/** What a browser is asked, in the JSON of WebAuthn §5.1.8 and §5.1.9; bytes are base64url. */
@Component
public class PasskeyOptions {

    private static final long TIMEOUT = Challenges.LIFETIME.toMillis();

    /** {@code PublicKeyCredentialRequestOptionsJSON}. */
    public record Request(
            String challenge, String rpId, long timeout, String userVerification, List<Descriptor> allowCredentials) {}

    /** {@code PublicKeyCredentialCreationOptionsJSON}. */
    public record Creation(
            String challenge,
            Party rp,
            User user,
            long timeout,
            List<Algorithm> pubKeyCredParams,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation) {}

    /** A passkey that may sign, or that shall not be made again. */
    public record Descriptor(String type, String id) {}

    /** Who asks. */
    public record Party(String id, String name) {}

    /** Whose passkey it is to be: browsers show the name beside it. */
    public record User(String id, String name, String displayName) {}

    /** One of COSE's (RFC 9053). */
    public record Algorithm(String type, long alg) {}

    /** What it is to be able to do. */
    public record Selection(String residentKey, String userVerification) {}

    private static final String TYPE = "public-key";

    private final RelyingParty party;
    private final Challenges challenges;
    private final Passkeys passkeys;

    PasskeyOptions(RelyingParty party, Challenges challenges, Passkeys passkeys) {
        this.party = party;
        this.challenges = challenges;
        this.passkeys = passkeys;
    }

    /** Any passkey of this site, which says whose it is. @param secret what the browser holds in its cookie */
    public Request signIn(String secret) {
        return request(challenges.issue(Occasion.SIGN_IN, "", secret), "required", List.of());
    }

    /** One of the account's passkeys. */
    public Request secondStep(AccountId account, String secret) {
        byte[] challenge = challenges.issue(Occasion.SECOND_STEP, account.toString(), secret);
        return request(challenge, "discouraged", descriptors(account));
    }

    private Request request(byte[] challenge, String verification, List<Descriptor> allowed) {
        return new Request(Base64Url.of(challenge), party.id(), TIMEOUT, verification, allowed);
    }

    /** A passkey that the account has not. @param name by which its owner knows the account */
    public Creation enrol(AccountId account, String name, String secret) {
        return new Creation(
                Base64Url.of(challenges.issue(Occasion.ENROL, account.toString(), secret)),
                new Party(party.id(), "Hiboo"),
                new User(Base64Url.of(passkeys.handle(account)), name, name),
                TIMEOUT,
                RelyingParty.ALGORITHMS.stream()
                        .map(number -> new Algorithm(TYPE, number))
                        .toList(),
                descriptors(account),
                new Selection("preferred", "preferred"),
                "none");
    }

    private List<Descriptor> descriptors(AccountId account) {
        return passkeys.credentials(account).stream()
                .map(credential -> new Descriptor(TYPE, Base64Url.of(credential)))
                .toList();
    }
}
