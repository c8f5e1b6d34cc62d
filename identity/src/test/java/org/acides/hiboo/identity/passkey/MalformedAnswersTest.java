package org.acides.hiboo.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.test.RunningIdentity;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a browser sends, it is an answer or it is refused. */
class MalformedAnswersTest extends RunningIdentity {

    private static final String SECRET = "browser";

    @Autowired
    RelyingParty party;

    @Autowired
    Ceremonies ceremonies;

    @Autowired
    Challenges challenges;

    @Test
    void whatIsNoBase64UrlOrTooLongIsRefused() {
        for (String text : new String[] {"=", "a b", "é", "+/", "A".repeat(16_001)})
            assertThatThrownBy(() -> Attestation.of(text, "")).hasMessage("passkey.wrong");
    }

    @Test
    void clientDataThatSaysLessThanItMustIsRefused() {
        for (String client :
                new String[] {"", "null", "{}", "[]", "1", "{\"challenge\":null}", "{\"type\":\"webauthn.create\"}"}) {
            byte[] json = client.getBytes(StandardCharsets.UTF_8);
            refused(new Attestation(json, new byte[] {(byte) 0xf6}));
            refused(new Attestation(json, new byte[0]));
        }
    }

    /** Seeded, so that what fails once fails always. */
    @Test
    void aPasskeyWithAnyBytesChangedIsRefusedAndBreaksNothing() {
        Random random = new Random(20261128);
        int genuine = 0;
        for (int round = 0; round < 3000; round++) {
            AccountId account = AccountId.random();
            Map<String, String> fields = new SoftwarePasskey(at("").toString()).made(options(account));
            byte[] client = changed(random, Base64Url.read(fields.getOrDefault("client", "")), 1);
            byte[] attestation = changed(random, Base64Url.read(fields.getOrDefault("attestation", "")), 3);
            try {
                ceremonies.enrol(account, new Attestation(client, attestation), SECRET);
                genuine++;
            } catch (Refused no) {
                assertThat(no.code()).isIn("passkey.wrong", "passkey.late");
            }
        }
        // Nobody signs what a new passkey says of itself: bytes of its identifier may change.
        assertThat(genuine).isPositive();
    }

    private String options(AccountId account) {
        String challenge = Base64Url.of(challenges.issue(Occasion.ENROL, account.toString(), SECRET));
        return "{\"challenge\":\"%s\",\"user\":{\"id\":\"\"}}".formatted(challenge);
    }

    private static byte[] changed(Random random, byte[] genuine, int most) {
        byte[] bytes = genuine.clone();
        for (int i = random.nextInt(most + 1); i > 0; i--)
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private void refused(Attestation attestation) {
        assertThatThrownBy(() -> RelyingParty.challenge(party.read(attestation).getCollectedClientData()))
                .isInstanceOf(Refused.class)
                .hasMessage("passkey.wrong");
    }
}
