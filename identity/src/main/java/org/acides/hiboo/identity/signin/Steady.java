package org.acides.hiboo.identity.signin;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Answers no sooner than half a second after it was asked, so that nobody can tell by a clock which way the answer came. No thread waits. */
public final class Steady {

    private static final long NANOS = Duration.ofMillis(500).toNanos();

    private Steady() {}

    public static <T> CompletableFuture<T> answer(Supplier<T> work) {
        long asked = System.nanoTime();
        T answer = work.get();
        long rest = Math.max(0, NANOS - (System.nanoTime() - asked));
        Executor later = CompletableFuture.delayedExecutor(rest, TimeUnit.NANOSECONDS);
        return CompletableFuture.supplyAsync(() -> answer, later);
    }
}
