package org.acides.hiboo.identity.moving;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.identity.api.ProfileId;
import org.springframework.stereotype.Component;

/** Bundles, and what may go into one, as their page shows them. */
@Component
class LeavingWords {

    private final Moves moves;
    private final StoredMoves stored;
    private final Communities communities;
    private final Clock clock;

    LeavingWords(Moves moves, StoredMoves stored, Communities communities, Clock clock) {
        this.moves = moves;
        this.stored = stored;
        this.communities = communities;
        this.clock = clock;
    }

    /** A profile that may be taken along. */
    record Offered(ProfileId id, String username, String service) {}

    /**
     * A bundle.
     *
     * @param waiting whether its file is still to be fetched
     * @param until a day, in words
     */
    record Told(MoveId id, String community, int gone, int all, boolean waiting, boolean open, String until) {}

    List<Offered> offered(AccountId account) {
        return moves.movable(account).stream()
                .map(profile -> new Offered(profile.id(), profile.username(), moves.serviceName(profile)))
                .toList();
    }

    List<Told> told(AccountId account, Locale locale) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC);
        Instant now = clock.instant();
        return stored.of(account).stream()
                .map(move -> new Told(
                        move.id(),
                        communities.find(move.community()).map(Community::name).orElse("–"),
                        move.departing().gone(),
                        move.departing().parts().size(),
                        move.waiting() && move.open(now),
                        move.open(now),
                        day.format(move.expires())))
                .toList();
    }
}
