package org.acides.hiboo.captcha.challenge;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.infrastructure.api.Refused;

/** Places for so many at once, of which the visitors of one site take three quarters at most: a flood of one leaves some to the others. */
final class Room {

    private final Semaphore all;
    private final int ofOneSite;
    private final ConcurrentMap<SiteKey, Semaphore> bySite = new ConcurrentHashMap<>();

    Room(int places) {
        all = new Semaphore(places);
        ofOneSite = Math.max(1, places * 3 / 4);
    }

    /**
     * @param site one that exists
     * @throws Refused {@code busy} when there is no place
     */
    <T> T within(SiteKey site, Supplier<T> work) {
        Semaphore own = bySite.computeIfAbsent(site, unknown -> new Semaphore(ofOneSite));
        if (!own.tryAcquire()) throw new Refused("busy");
        try {
            if (!all.tryAcquire()) throw new Refused("busy");
            try {
                return work.get();
            } finally {
                all.release();
            }
        } finally {
            own.release();
        }
    }
}
