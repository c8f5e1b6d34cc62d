package org.acides.hiboo.identity.moving;

import java.time.Instant;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.MoveId;

/**
 * @param waiting whether the file is still to be fetched
 * @param expires until when the bundle can be handed in
 */
record StoredMove(
        MoveId id, CommunityId community, Departing departing, boolean waiting, boolean calledOff, Instant expires) {

    /** Whether anything may still leave by it. */
    boolean open(Instant now) {
        return !calledOff
                && expires.isAfter(now)
                && departing.gone() < departing.parts().size();
    }
}
