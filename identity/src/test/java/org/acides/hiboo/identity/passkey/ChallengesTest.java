package org.acides.hiboo.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.acides.hiboo.identity.test.RunningIdentity;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChallengesTest extends RunningIdentity {

    @Autowired
    Challenges challenges;

    @Autowired
    Keyring keyring;

    private Challenges at(Duration later) {
        return new Challenges(jdbc, keyring, Clock.offset(Clock.systemUTC(), later));
    }

    @Test
    void aChallengeHoldsForFiveMinutes() {
        byte[] challenge = challenges.issue(Occasion.SIGN_IN, "", "browser");
        assertThatCode(() -> at(Duration.ofMinutes(4)).require(challenge, Occasion.SIGN_IN, "", "browser"))
                .doesNotThrowAnyException();
        refused(() -> at(Duration.ofMinutes(5)).require(challenge, Occasion.SIGN_IN, "", "browser"));
    }

    @Test
    void itIsOfOneBrowserOnePersonAndOneOccasion() {
        byte[] challenge = challenges.issue(Occasion.SECOND_STEP, "ada", "browser");
        challenges.require(challenge, Occasion.SECOND_STEP, "ada", "browser");
        refused(() -> challenges.require(challenge, Occasion.SECOND_STEP, "ada", "another"));
        refused(() -> challenges.require(challenge, Occasion.SECOND_STEP, "ada", ""));
        refused(() -> challenges.require(challenge, Occasion.SECOND_STEP, "bob", "browser"));
        refused(() -> challenges.require(challenge, Occasion.ENROL, "ada", "browser"));
    }

    @Test
    void nobodyMakesOneOrMakesItLast() {
        byte[] challenge = challenges.issue(Occasion.SIGN_IN, "", "browser");
        for (int place = 0; place < challenge.length; place++) {
            byte[] forged = challenge.clone();
            forged[place] ^= 1;
            refused(() -> challenges.require(forged, Occasion.SIGN_IN, "", "browser"));
        }
        for (byte[] nonsense : List.of(new byte[0], new byte[56], new byte[5000]))
            refused(() -> challenges.require(nonsense, Occasion.SIGN_IN, "", "browser"));
    }

    @Test
    void ofManyWhoSpendItAtOnceOneDoes() {
        byte[] challenge = challenges.issue(Occasion.SIGN_IN, "", "browser");
        List<CompletableFuture<Boolean>> tries = IntStream.range(0, 8)
                .mapToObj(any -> CompletableFuture.supplyAsync(() -> {
                    try {
                        challenges.spend(challenge);
                        return true;
                    } catch (Refused late) {
                        return false;
                    }
                }))
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join).filter(spent -> spent))
                .hasSize(1);
    }

    private static void refused(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(Refused.class).hasMessage("passkey.late");
    }
}
