package org.acides.hiboo.identity.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.queries.MyProfile.Offer;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Profiles that their owners offered to another account, for a day. Whoever wants one is sealed under the profile's key. */
@Component
class Offers {

    private static final Duration LIFETIME = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    Offers(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** @return the code */
    String open(ProfileId profile) {
        String code = Secret.fresh();
        jdbc.sql("INSERT INTO identity.profile_offer (profile_id, digest, expires_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (profile_id) DO UPDATE SET digest = EXCLUDED.digest,"
                        + " expires_at = EXCLUDED.expires_at, receiver_box = NULL")
                .params(profile.value(), Secret.digest(code))
                .param(clock.instant().plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        return code;
    }

    /** Which profile a code is of, unless somebody wants it already. */
    Optional<ProfileId> find(String code) {
        return jdbc.sql("SELECT profile_id FROM identity.profile_offer WHERE digest = ? AND receiver_box IS NULL"
                        + " AND expires_at > ?")
                .params(Secret.digest(code), now())
                .query(UUID.class)
                .optional()
                .map(ProfileId::new);
    }

    /**
     * Of two who come with one code, one is noted.
     *
     * @throws Refused {@code offer.unknown}
     */
    void want(ProfileId profile, String code, AccountId receiver) {
        String box = sealer.seal(profile.value(), receiver).box();
        int noted = jdbc.sql("UPDATE identity.profile_offer SET receiver_box = ? WHERE profile_id = ? AND digest = ?"
                        + " AND receiver_box IS NULL AND expires_at > ?")
                .params(box, profile.value(), Secret.digest(code), now())
                .update();
        if (noted == 0) throw new Refused("offer.unknown");
    }

    /** Who wants it; the offer is over with that. */
    Optional<AccountId> take(ProfileId profile) {
        return jdbc.sql("DELETE FROM identity.profile_offer WHERE profile_id = ? AND receiver_box IS NOT NULL"
                        + " AND expires_at > ? RETURNING receiver_box")
                .params(profile.value(), now())
                .query(String.class)
                .optional()
                .flatMap(box -> sealer.open(new Sealed<AccountId>(profile.value(), box), AccountId.class));
    }

    void withdraw(ProfileId profile) {
        jdbc.sql("DELETE FROM identity.profile_offer WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }

    Offer of(ProfileId profile) {
        return jdbc.sql(
                        "SELECT receiver_box IS NOT NULL FROM identity.profile_offer WHERE profile_id = ? AND expires_at > ?")
                .params(profile.value(), now())
                .query(Boolean.class)
                .optional()
                .map(wanted -> wanted ? Offer.WANTED : Offer.OFFERED)
                .orElse(Offer.NONE);
    }

    void clear() {
        jdbc.sql("DELETE FROM identity.profile_offer WHERE expires_at <= ?")
                .param(now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
