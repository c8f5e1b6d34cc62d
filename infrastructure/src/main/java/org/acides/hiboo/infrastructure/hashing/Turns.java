package org.acides.hiboo.infrastructure.hashing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.acides.hiboo.infrastructure.api.Refused;

/**
 * Does so much at once, as there are cores at most, and some more waits in order of arrival: a flood must not take the
 * machine. Threads of its own do it, for a core that waits until the next one in turn has woken up is idle a quarter of the
 * time when turns are short.
 */
public final class Turns {

    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor cores;
    private final long patienceMillis;

    /** @param waiting how many may wait, beside those who are in; at least one */
    public Turns(int cores, int waiting, long patienceMillis) {
        this.cores = new ThreadPoolExecutor(
                cores,
                cores,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("turns-", 0).factory());
        this.cores.allowCoreThreadTimeOut(true);
        this.patienceMillis = patienceMillis;
    }

    /**
     * @param work that needs nothing of the thread that asks for it: no transaction, no locale
     * @throws Refused {@code busy} when nobody more may wait, or it took too long
     */
    public <T> T take(Supplier<T> work) {
        Future<T> turn;
        try {
            turn = cores.submit(work::get);
        } catch (RejectedExecutionException full) {
            throw new Refused("busy");
        }
        try {
            return turn.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            turn.cancel(false);
            throw new Refused("busy");
        } catch (InterruptedException stopped) {
            turn.cancel(false);
            Thread.currentThread().interrupt();
            throw new Refused("busy");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            if (failed.getCause() instanceof Error cause) throw cause;
            throw new IllegalStateException(failed.getCause());
        }
    }
}
