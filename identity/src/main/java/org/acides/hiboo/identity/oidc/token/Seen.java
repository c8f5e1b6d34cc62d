package org.acides.hiboo.identity.oidc.token;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.acides.hiboo.identity.api.ProfileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On which day a profile last entered, by whichever door, told to its owner alone: in the row it is under a mask of the profile's
 * own.
 */
@Component
public class Seen {

    private static final String NOTE = "INSERT INTO identity.profile_seen (profile_id, day) VALUES (?, ?)"
            + " ON CONFLICT (profile_id) DO UPDATE SET day = EXCLUDED.day WHERE profile_seen.day <> EXCLUDED.day";

    /** Begins a statement that does something else besides: profile and masked day. */
    static final String NOTED = "WITH noted AS (" + NOTE + ") ";

    private final JdbcClient jdbc;
    private final Tags tags;
    private final Clock clock;

    Seen(JdbcClient jdbc, Tags tags, Clock clock) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.clock = clock;
    }

    /** It enters now, by a door that gives out no token. */
    public void entered(ProfileId profile) {
        jdbc.sql(NOTE).params(profile.value(), today(profile)).update();
    }

    /** Today's number, under the profile's mask. */
    long today(ProfileId profile) {
        return tags.mask(
                profile.value(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay());
    }

    /** UTC. */
    Optional<LocalDate> last(ProfileId profile) {
        return jdbc.sql("SELECT day FROM identity.profile_seen WHERE profile_id = ?")
                .param(profile.value())
                .query(Long.class)
                .optional()
                .map(masked -> LocalDate.ofEpochDay(tags.mask(profile.value(), masked)));
    }

    void forget(ProfileId profile) {
        jdbc.sql("DELETE FROM identity.profile_seen WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }
}
