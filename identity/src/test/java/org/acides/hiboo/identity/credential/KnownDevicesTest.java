package org.acides.hiboo.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A browser that somebody once signed in with is not slowed because of others. */
class KnownDevicesTest extends TryingLife {

    @Test
    void nobodyLocksAMemberOutOfABrowserTheyOnceSignedInWith() {
        attempts.require(login, source, null);
        String device = attempts.succeeded(login, source, null);
        tries(200, login, source, null);
        for (int i = 0; i < 200; i++) attempt(login, UUID.randomUUID().toString(), "forged" + i);
        for (int i = 0; i < 200; i++) attempt(name(), source, null);
        assertThat(attempt(login, source, null)).isPositive();
        assertThat(attempt(login, source, device)).isZero();
        assertThat(attempts.succeeded(login, source, device)).isEqualTo(device);
    }

    @Test
    void aKnownBrowserIsSlowedByItsOwnTries() {
        String device = attempts.succeeded(login, source, null);
        assertThat(tries(11, login, source, device)).isZero();
        assertThat(attempt(login, source, device)).isEqualTo(4);
        assertThat(attempt(login, source, attempts.succeeded(login, source, null)))
                .as("another browser of the member")
                .isZero();
    }

    @Test
    void aBrowserIsKnownToEveryLoginThatSignedInThereAndToNoOther() {
        String cookie = null;
        List<String> family = IntStream.range(0, 8).mapToObj(i -> name()).toList();
        for (String one : family) cookie = attempts.succeeded(one, source, cookie);
        assertThat(cookie).hasSizeLessThanOrEqualTo(400).matches("[A-Za-z0-9_.-]+");
        KnownDevices devices = new KnownDevices(keyring);
        for (String one : family) assertThat(devices.known(one, cookie)).isPresent();
        assertThat(devices.known(login, cookie)).isEmpty();
        String ninth = attempts.succeeded(login, source, cookie);
        assertThat(devices.known(family.getFirst(), ninth)).isEmpty();
        assertThat(devices.known(family.getLast(), ninth)).isPresent();
    }

    @Test
    void whateverACookieHoldsItIsNoError() {
        for (String cookie :
                List.of("", ".", "é", "a".repeat(43), "A".repeat(42) + "B", "a".repeat(1_000_000), "' OR 1"))
            assertThat(attempt(name(), source, cookie)).isZero();
        assertThat(attempt("a".repeat(1_000_000), "b".repeat(1_000_000), null)).isZero();
        assertThat(attempt("a\u0000'; --", "<script>", null)).isZero();
    }
}
