package org.acides.hiboo.infrastructure.hashing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.acides.hiboo.infrastructure.api.Refused;

/** Lets in so many at once, as many as there are cores at most, and some more wait in order of arrival: a flood must not take the machine. */
public final class Turns {

    private final Semaphore cores;
    private final AtomicInteger present = new AtomicInteger();
    private final int room;
    private final long patienceMillis;

    /** @param waiting how many may wait, beside those who are in */
    public Turns(int cores, int waiting, long patienceMillis) {
        this.cores = new Semaphore(cores, true);
        this.room = cores + waiting;
        this.patienceMillis = patienceMillis;
    }

    /** @throws Refused {@code busy} when nobody more may wait, or the wait took too long */
    public <T> T take(Supplier<T> work) {
        try {
            if (present.incrementAndGet() > room) throw new Refused("busy");
            return inTurn(work);
        } finally {
            present.decrementAndGet();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!cores.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) throw new Refused("busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("busy");
        }
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
