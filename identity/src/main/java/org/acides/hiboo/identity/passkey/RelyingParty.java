package org.acides.hiboo.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks ceremonies (WebAuthn §7.1 and §7.2) with webauthn4j, all but challenge and count, which databases decide. Who made a
 * passkey is not asked, and what tells it is not read.
 */
@Component
class RelyingParty {

    /** Ed25519, ECDSA with P-256, RSA: what every authenticator there is knows one of. */
    static final List<Long> ALGORITHMS = List.of(-8L, -7L, -257L);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webauthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final PublicAddress address;

    RelyingParty(PublicAddress address) {
        this.address = address;
        webauthn.getAuthenticationDataVerifier().setMaliciousCounterValueHandler(ours -> {});
    }

    /** A domain: whatever port its pages are at, and whatever domains are above it. */
    String id() {
        return address.origin().getHost();
    }

    RegistrationData read(Attestation attestation) {
        return checked(() -> webauthn.parse(new RegistrationRequest(attestation.attestation(), attestation.client())));
    }

    AuthenticationData read(Assertion assertion) {
        return checked(() -> webauthn.parse(new AuthenticationRequest(
                assertion.credential(),
                assertion.user(),
                assertion.authenticator(),
                assertion.client(),
                assertion.signature())));
    }

    /** What was signed, by whoever signed it. @throws Refused {@code passkey.wrong} when it is nothing */
    static byte[] challenge(@Nullable CollectedClientData client) {
        Challenge challenge = client == null ? null : client.getChallenge();
        byte[] value = challenge == null ? null : challenge.getValue();
        if (value == null) throw new Refused("passkey.wrong");
        return value;
    }

    /** @throws Refused {@code passkey.wrong} */
    NewPasskey made(RegistrationData data, byte[] challenge) {
        return checked(() -> {
            webauthn.verify(data, new RegistrationParameters(server(challenge), PARAMETERS, false, true));
            var made = data.getAttestationObject().getAuthenticatorData();
            AttestedCredentialData credential = made.getAttestedCredentialData();
            return new NewPasskey(
                    credential.getCredentialId(),
                    converter.getCborMapper().writeValueAsBytes(credential.getCOSEKey()),
                    made.getSignCount(),
                    made.isFlagBE());
        });
    }

    /**
     * @param verified whether the passkey must have made sure who uses it, by a PIN, a finger, or a face
     * @return the passkey's count
     * @throws Refused {@code passkey.wrong}
     */
    long signed(AuthenticationData data, byte[] challenge, Passkeys.Known by, boolean verified) {
        return checked(() -> {
            CredentialRecord known = recorded(data.getCredentialId(), by);
            webauthn.verify(data, new AuthenticationParameters(server(challenge), known, null, verified, true));
            return data.getAuthenticatorData().getSignCount();
        });
    }

    private CredentialRecord recorded(byte[] credential, Passkeys.Known by) {
        COSEKey key = converter.getCborMapper().readValue(by.publicKey(), COSEKey.class);
        return new CredentialRecordImpl(
                null,
                null,
                by.synced(),
                null,
                0,
                new AttestedCredentialData(AAGUID.ZERO, credential, key),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(byte[] challenge) {
        URI origin = address.origin();
        return ServerProperty.builder()
                .origin(new Origin(origin.toString()))
                .rpId(id())
                .challenge(new DefaultChallenge(challenge))
                .topOrigin(null)
                .build();
    }

    /** Over hostile bytes webauthn4j throws, besides its own, what its parsers and the platform's cryptography throw. */
    private static <T> T checked(Supplier<T> what) {
        try {
            return what.get();
        } catch (RuntimeException no) {
            throw new Refused("passkey.wrong");
        }
    }
}
