package org.acides.hiboo.identity.credential;

import java.util.function.Supplier;
import org.acides.hiboo.infrastructure.api.Refused;

/** The turns that all costly hashing takes: as many at once as there are cores, whoever asks. */
public interface HashingTurns {

    /** @throws Refused {@code busy} when nobody more may wait, or the wait took too long */
    <T> T take(Supplier<T> work);
}
