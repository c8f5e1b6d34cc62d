package org.acides.hiboo.identity.moving;

import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.identity.api.ProfileId;

/**
 * Puts profiles into a bundle for another community, and answers the code that opens it. They stay what they are until the other
 * community takes each. Refused: {@code community.unknown} (also gone), {@code leaving.too-many} (most), {@code leaving.nothing}.
 */
record PrepareMove(MoveId moveId, AccountId account, CommunityId community, Set<ProfileId> profiles) {

    PrepareMove {
        profiles = Set.copyOf(profiles);
    }

    /** Never shows the profiles beside the account. */
    @Override
    public String toString() {
        return "PrepareMove[" + moveId + "]";
    }
}
