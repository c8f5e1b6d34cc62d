package org.acides.hiboo.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;

class AttemptsTest extends TryingLife {

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
