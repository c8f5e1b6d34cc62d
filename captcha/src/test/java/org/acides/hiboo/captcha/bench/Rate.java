package org.acides.hiboo.captcha.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How often something is done a second. */
final class Rate {

    /** Something to do, over and over, by one thread; it answers false when there is nothing left. */
    interface Work {
        boolean once() throws Exception;
    }

    private Rate() {}

    /** The better of two runs, after one that only warms up. */
    static double of(int threads, Duration time, Callable<Work> making) throws Exception {
        run(threads, time, making);
        return Math.max(run(threads, time, making), run(threads, time, making));
    }

    static double run(int threads, Duration time, Callable<Work> making) throws Exception {
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < threads; i++) works.add(making.call());
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long done = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> all = new ArrayList<>();
            for (Work work : works)
                all.add(pool.submit(() -> {
                    long own = 0;
                    while (System.nanoTime() < end && work.once()) own++;
                    return own;
                }));
            for (Future<Long> one : all) done += one.get();
        }
        return done / ((System.nanoTime() - begin) / 1e9);
    }
}
