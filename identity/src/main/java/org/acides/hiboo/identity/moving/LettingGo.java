package org.acides.hiboo.identity.moving;

import java.time.Clock;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.ownerlink.Departures;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.profile.HeldProfile;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets go of a profile that another community takes. From this commit on it enters nothing here; before it, it lives nowhere
 * else. No event tells of it: several of them, close together, would join what one member takes along.
 */
@Component
class LettingGo {

    private final StoredMoves stored;
    private final Accounts accounts;
    private final Profiles profiles;
    private final OwnerLinks owners;
    private final Departures departures;
    private final JdbcClient jdbc;
    private final Clock clock;

    LettingGo(
            StoredMoves stored,
            Accounts accounts,
            Profiles profiles,
            OwnerLinks owners,
            Departures departures,
            JdbcClient jdbc,
            Clock clock) {
        this.stored = stored;
        this.accounts = accounts;
        this.profiles = profiles;
        this.owners = owners;
        this.departures = departures;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Twice is the same as once.
     *
     * @throws Refused {@code leaving.unknown}, {@code leaving.called-off} (also over), {@code leaving.not-there}: suspended, given
     *     away or deleted meanwhile, or its owner was blocked
     */
    @Transactional
    public void to(Community community, Receipt receipt) {
        StoredMove move = stored.lock(receipt.bundle())
                .filter(known -> known.community().equals(community.id()))
                .orElseThrow(() -> new Refused("leaving.unknown"));
        Departing departing = move.departing();
        Departing.Part part = departing.part(receipt.ref()).orElseThrow(() -> new Refused("leaving.unknown"));
        if (part.gone()) return;
        boolean over = !move.expires().plus(StoredMoves.HONOURED).isAfter(clock.instant());
        if (move.calledOff() || over) throw new Refused("leaving.called-off");
        if (accounts.find(departing.account()).filter(AccountState::blocked).isPresent()) throw notThere();
        // Whoever suspends it at the same time waits, or is waited for.
        boolean there = jdbc.sql("SELECT 1 FROM identity.profile WHERE profile_id = ? FOR UPDATE")
                .param(part.profile().value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!there) throw notThere();
        boolean enters = profiles.held(part.profile())
                .filter(HeldProfile::enters)
                .filter(profile -> owners.owns(departing.account(), profile.service(), profile.id()))
                .isPresent();
        if (!enters) throw notThere();
        departures.moveAway(part.profile());
        stored.save(move.id(), departing.without(part));
    }

    private static Refused notThere() {
        return new Refused("leaving.not-there");
    }
}
