package org.acides.hiboo.demo.cafe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in the café, by cookie. Kept in memory: when the café shuts, everybody leaves. */
final class Visits {

    private static final int SEATS = 1000;

    /** At most one sign-in under way and one guest a browser. */
    record Visit(@Nullable Attempt attempt, @Nullable Guest guest) {}

    private final Map<String, Visit> visits = new LinkedHashMap<>();

    synchronized Optional<Visit> find(String cookie) {
        return Optional.ofNullable(visits.get(cookie));
    }

    /** Makes room by letting the oldest go, so that no crowd fills the memory. */
    synchronized String keep(Visit visit) {
        if (visits.size() >= SEATS) visits.remove(visits.keySet().iterator().next());
        String cookie = Attempt.secret();
        visits.put(cookie, visit);
        return cookie;
    }

    synchronized void end(String cookie) {
        visits.remove(cookie);
    }
}
