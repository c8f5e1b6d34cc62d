package org.acides.hiboo.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.acides.hiboo.identity.profile.ProfileLife;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class AttemptsTest extends ProfileLife {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Keyring keyring;

    @Autowired
    PlatformTransactionManager transactions;

    private final Watch watch = new Watch();
    private final String login = name();
    private final String source = UUID.randomUUID().toString();
    private StoredAttempts attempts;

    /** Goes only when told to. */
    private static final class Watch extends Clock {
        Instant now = Instant.parse("2026-11-24T10:00:00Z");

        void go(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void freshAttempts() {
        KnownDevices devices = new KnownDevices(keyring);
        attempts = new StoredAttempts(jdbc, new AttemptKeys(keyring, devices), devices, watch, transactions);
    }

    /** Seconds to wait, or 0 when the try may be made. */
    private long attempt(String login, String source, @Nullable String device) {
        try {
            attempts.require(login, source, device);
            return 0;
        } catch (Refused no) {
            assertThat(no.code()).isEqualTo("throttled");
            return (long) no.arguments().getFirst();
        }
    }

    private long tries(int count, String login, String source, @Nullable String device) {
        long wait = 0;
        for (int i = 0; i < count; i++) wait = attempt(login, source, device);
        return wait;
    }

    @Test
    void theFirstWrongTriesAreFreeAndThenTheWaitDoubles() {
        assertThat(tries(6, login, source, null)).isZero();
        assertThat(attempt(login, source, null)).isEqualTo(4);
        watch.go(Duration.ofSeconds(3));
        assertThat(attempt(login, source, null)).isEqualTo(1);
        watch.go(Duration.ofSeconds(1));
        assertThat(attempt(login, source, null)).isZero();
        assertThat(attempt(login, source, null)).isEqualTo(8);
        watch.go(Duration.ofSeconds(8));
        assertThat(attempt(login, source, null)).isZero();
        assertThat(attempt(login, source, null)).isBetween(15L, 16L);
    }

    @Test
    void ofTwoWhoTryAtOnceTheLaterMayHaveLookedAtTheClockFirst() {
        assertThat(attempt(login, source, null)).isZero();
        watch.go(Duration.ofMillis(-5));
        assertThat(attempt(login, source, null)).isZero();
        String device = attempts.succeeded(login, source, null);
        watch.go(Duration.ofMillis(-5));
        assertThat(attempt(login, source, null)).isZero();
        assertThat(attempt(login, source, device)).isZero();
    }

    @Test
    void theWaitIsNeverLongerThanAQuarterOfAnHour() {
        for (int i = 0; i < 60; i++) watch.go(Duration.ofSeconds(attempt(login, source, null)));
        assertThat(attempt(login, source, null)).isLessThanOrEqualTo(900);
    }

    @Test
    void nameCaseAndBlanksMakeNoNewLogin() {
        tries(6, login, source, null);
        assertThat(attempt(" " + login.toUpperCase(java.util.Locale.ROOT) + " ", source, null))
                .isEqualTo(4);
    }

    @Test
    void oneNetworkOfIpv6IsOneSource() {
        String prefix = "2001:db8:%x:1:".formatted(login.hashCode() & 0xffff);
        for (int i = 0; i < 6; i++) attempts.require(login, prefix + ":" + i, null);
        assertThat(attempt(login, prefix + ":ffff", null)).isEqualTo(4);
        assertThat(attempt(login, prefix.replace("2001", "2002") + ":1", null)).isZero();
    }

    @Test
    void aThousandTriesAtOnceCountAsAThousandInARow() throws Exception {
        CyclicBarrier line = new CyclicBarrier(20);
        try (var threads = Executors.newFixedThreadPool(20)) {
            List<Future<Long>> all = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> {
                        line.await();
                        return attempt(login, source, null);
                    }))
                    .toList();
            int passed = 0;
            for (Future<Long> one : all) if (one.get() == 0) passed++;
            assertThat(passed).isEqualTo(6);
        }
    }

    @Test
    void aSourceThatTriesManyLoginsIsSlowedToo() {
        long wait = 0;
        for (int i = 0; i < 62; i++) wait = attempt(name(), source, null);
        assertThat(wait).isEqualTo(4);
        assertThat(attempt(name(), UUID.randomUUID().toString(), null)).isZero();
    }

    @Test
    void rightTriesNeverSlowASource() {
        for (int i = 0; i < 100; i++) {
            String somebody = name();
            attempts.require(somebody, source, null);
            attempts.succeeded(somebody, source, null);
        }
        assertThat(attempt(login, source, null)).isZero();
    }

    @Test
    void manySourcesTogetherAreSlowedForBrowsersThatTheLoginDoesNotKnow() {
        long wait = 0;
        for (int i = 0; i < 52; i++) wait = attempt(login, UUID.randomUUID().toString(), null);
        assertThat(wait).isEqualTo(4);
    }

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

    @Test
    void whatWasNeverJudgedDoesNotCount() {
        for (int i = 0; i < 50; i++) {
            attempts.require(login, source, null);
            attempts.takeBack(login, source, null);
        }
        assertThat(attempt(login, source, null)).isZero();
    }

    @Test
    void countsAreKeptWhenTheCallersTransactionIsUndone() {
        assertThatThrownBy(() -> new org.springframework.transaction.support.TransactionTemplate(transactions)
                        .executeWithoutResult(status -> {
                            tries(6, login, source, null);
                            throw new Refused("password.wrong");
                        }))
                .isInstanceOf(Refused.class);
        assertThat(attempt(login, source, null)).isEqualTo(4);
    }

    @Test
    void oldRowsGoAndNoneTellsWhoItIsAbout() {
        attempts.require(login, source, null);
        assertThat(rows("%" + login + "%")).isZero();
        assertThat(rows("%" + source + "%")).isZero();
        long before = rows("%");
        watch.go(Duration.ofDays(30));
        attempts.forget();
        assertThat(rows("%")).isLessThanOrEqualTo(before - 3);
    }

    private long rows(String like) {
        return jdbc.sql("SELECT count(*) FROM identity.attempt a WHERE a::text LIKE ?")
                .param(like)
                .query(Long.class)
                .single();
    }
}
