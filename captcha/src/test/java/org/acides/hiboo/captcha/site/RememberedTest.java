package org.acides.hiboo.captcha.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.infrastructure.test.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is posed from memory, and when memory gives way to what was committed. */
class RememberedTest {

    private static final SiteId SITE = SiteId.random();

    private final Watch watch = new Watch();
    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger readings = new AtomicInteger();
    private final Remembered<Integer> remembered = new Remembered<>(watch, site -> {
        readings.incrementAndGet();
        return stored.get();
    });

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive())
            TransactionSynchronizationManager.clearSynchronization();
    }

    private static void commit() {
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void itIsReadOnceInTwoSeconds() {
        for (int i = 0; i < 100; i++) assertThat(remembered.of(SITE)).isEqualTo(1);
        assertThat(readings).hasValue(1);
        stored.set(2);
        watch.forward(Duration.ofSeconds(2));
        assertThat(remembered.of(SITE)).isEqualTo(2);
    }

    @Test
    void whatIsCommittedShowsAtOnceAndNothingBefore() {
        assertThat(remembered.of(SITE)).isEqualTo(1);
        stored.set(2);
        remembered.forget(SITE);
        assertThat(remembered.of(SITE)).isEqualTo(1);
        commit();
        assertThat(remembered.of(SITE)).isEqualTo(2);
    }

    @Test
    void whatWasReadBeforeACommitIsNotKeptAfterIt() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch going = new CountDownLatch(1);
        Remembered<Integer> slow = new Remembered<>(watch, site -> {
            int read = stored.get();
            reading.countDown();
            await(going);
            return read;
        });
        slow.forget(SITE);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> before = threads.submit(() -> slow.of(SITE));
            await(reading);
            stored.set(2);
            var commits = TransactionSynchronizationManager.getSynchronizations();
            Future<?> committed = threads.submit(() -> commits.forEach(TransactionSynchronization::afterCommit));
            going.countDown();
            committed.get();
            assertThat(before.get()).isEqualTo(1);
        }
        assertThat(slow.of(SITE)).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
