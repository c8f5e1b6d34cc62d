package org.acides.hiboo.identity.ownerlink;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.ownerlink.ContestParties.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells both sides of a contest that it was decided, each at an hour of its own. A letter says neither what was decided nor about
 * which service, and looks the same to whoever won and whoever lost.
 */
@Component
public class ContestLetters {

    private static final Duration KEPT = Duration.ofDays(30);

    private record Due(ProfileId profile, Side side) {
        static Due read(ResultSet row, int number) throws SQLException {
            return new Due(new ProfileId(row.getObject(1, UUID.class)), Side.valueOf(row.getString(2)));
        }
    }

    private final JdbcClient jdbc;
    private final ContestParties parties;
    private final OwnerLetters letters;
    private final Accounts accounts;
    private final Clock clock;

    ContestLetters(JdbcClient jdbc, ContestParties parties, OwnerLetters letters, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.letters = letters;
        this.accounts = accounts;
        this.clock = clock;
    }

    public void announce(ProfileId profile) {
        for (Side side : Side.values())
            jdbc.sql("UPDATE identity.contest_party SET letter_at = ? WHERE profile_id = ? AND side = ?")
                    .params(letters.hour(), profile.value(), side.name())
                    .update();
    }

    /** Of two nodes that send at once, each letter is posted by one. */
    @Transactional
    public void sendDue() {
        List<Due> due = jdbc.sql("UPDATE identity.contest_party SET letter_at = NULL WHERE (profile_id, side) IN"
                        + " (SELECT profile_id, side FROM identity.contest_party WHERE letter_at <= ? LIMIT 200"
                        + " FOR UPDATE SKIP LOCKED) RETURNING profile_id, side")
                .param(time(clock.instant()))
                .query(Due::read)
                .list();
        for (Due one : due)
            parties.account(one.profile(), one.side())
                    .flatMap(accounts::find)
                    .ifPresent(account -> letters.post(account, "letter.contest"));
    }

    /** Both sides had their time to read what was decided. */
    public void forgetDecided() {
        jdbc.sql("DELETE FROM identity.contest_party p USING identity.claim_contest c WHERE c.profile_id = p.profile_id"
                        + " AND c.decided_at <= ? AND p.letter_at IS NULL")
                .param(time(clock.instant().minus(KEPT)))
                .update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
