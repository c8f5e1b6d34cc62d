package org.acides.hiboo.infrastructure.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void soManyAreInAtOnceSomeWaitAndTheRestIsRefused() throws Exception {
        Turns turns = new Turns(2, 3, 60_000);
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(15);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(20)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++)
                all.add(threads.submit(() -> {
                    try {
                        return turns.take(() -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            await(open);
                            inside.decrementAndGet();
                            return "done";
                        });
                    } catch (Refused no) {
                        busy.countDown();
                        return no.code();
                    }
                }));
            await(busy);
            open.countDown();
            int done = 0;
            for (Future<String> one : all) if (one.get().equals("done")) done++;
            assertThat(done).isEqualTo(5);
        }
        assertThat(most).hasValue(2);
        assertThat(turns.take(() -> "done")).isEqualTo("done");
    }

    @Test
    void whoWaitsTooLongIsRefusedAndItsWorkIsNotDone() throws Exception {
        Turns turns = new Turns(1, 5, 50);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> first = threads.submit(() -> turns.take(() -> {
                inside.countDown();
                await(open);
                return null;
            }));
            await(inside);
            assertThatThrownBy(() -> turns.take(() -> {
                        done.set(true);
                        return null;
                    }))
                    .isInstanceOf(Refused.class);
            open.countDown();
            assertThatThrownBy(first::get).hasCauseInstanceOf(Refused.class);
        }
        assertThat(turns.take(() -> "next")).isEqualTo("next");
        assertThat(done).isFalse();
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        Turns turns = new Turns(1, 1, 60_000);
        Refused refused = new Refused("no");
        AssertionError error = new AssertionError("no");
        assertThatThrownBy(() -> turns.take(() -> {
                    throw refused;
                }))
                .isSameAs(refused);
        assertThatThrownBy(() -> turns.take(() -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void whoIsInterruptedIsRefusedAndStaysInterrupted() {
        Turns turns = new Turns(1, 1, 60_000);
        CountDownLatch open = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> turns.take(() -> {
                    await(open);
                    return "done";
                }))
                .isInstanceOf(Refused.class);
        assertThat(Thread.interrupted()).isTrue();
        open.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
