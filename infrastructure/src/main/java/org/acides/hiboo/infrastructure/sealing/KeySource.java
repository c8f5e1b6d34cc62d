package org.acides.hiboo.infrastructure.sealing;

import java.util.List;
import java.util.Optional;

/** Where the operator keeps master keys. */
interface KeySource {

    /** Every key at hand, those on their way out and in included. Read anew each time. */
    List<MasterKey> all();

    /** The key that a new database begins with; made when the place allows it. */
    MasterKey first();

    /** Takes back a key that {@link #first} just made, for another node was faster. */
    void discard(MasterKey made);

    /** How an operator calls the place. */
    String place();

    /**
     * The key to rotate to: one from a rotation that was interrupted, else a new one.
     *
     * @param current the id of the key that the database is under
     * @return empty when the operator has to provide it; {@link #afterwards} says how
     */
    Optional<MasterKey> next(String current);

    /** Makes the next key the one, and keeps the others beside it. Doing it twice is the same as once. */
    void settle(MasterKey next);

    /** One line: what is left to the operator. */
    String afterwards(Optional<MasterKey> next);
}
