package org.acides.hiboo.identity.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The profiles there are, as their last committed event left them. */
@Component
public class Profiles {

    private static final String HELD = "SELECT profile_id, service_id, username, coalesce(alias, '') AS alias, state,"
            + " suspended, contested, silenced, reason_box, created_at, ended_at, EXISTS (SELECT 1 FROM identity.profile_departure d"
            + " WHERE d.profile_id = p.profile_id) AS leaving FROM identity.profile p";

    private final JdbcClient jdbc;
    private final OwnerLinks owners;

    Profiles(JdbcClient jdbc, OwnerLinks owners) {
        this.jdbc = jdbc;
        this.owners = owners;
    }

    /** A profile that may enter its service: empty for one that waits, was refused, is suspended, contested or gone. */
    public Optional<LiveProfile> find(ProfileId id) {
        return held(id).filter(HeldProfile::enters).map(HeldProfile::live);
    }

    /** The same, when the account holds it. */
    public Optional<LiveProfile> find(AccountId account, ServiceRef service, ProfileId id) {
        return find(id).filter(profile -> owners.owns(account, service, id));
    }

    /** However it stands. */
    public Optional<HeldProfile> held(ProfileId id) {
        return jdbc.sql(HELD + " WHERE profile_id = ?")
                .param(id.value())
                .query(Profiles::profile)
                .optional();
    }

    /** With which the account may enter a service, oldest first. */
    public List<LiveProfile> of(AccountId account, ServiceRef service) {
        return held(account, service).stream()
                .filter(HeldProfile::enters)
                .map(HeldProfile::live)
                .toList();
    }

    /** With which the account may enter any service, by service and then oldest first. */
    public List<LiveProfile> of(AccountId account) {
        return held(account).stream()
                .filter(HeldProfile::enters)
                .map(HeldProfile::live)
                .toList();
    }

    /** What the account holds on a service, however it stands, oldest first. */
    public List<HeldProfile> held(AccountId account, ServiceRef service) {
        return all(owners.profilesOf(account, service));
    }

    /** What the account holds everywhere, however it stands, by service and then oldest first. */
    public List<HeldProfile> held(AccountId account) {
        return all(owners.profilesOf(account));
    }

    /** Whether there is or was such a profile, until it is erased. */
    public boolean known(ProfileId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.profile WHERE profile_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private List<HeldProfile> all(Collection<ProfileId> ids) {
        return jdbc.sql(HELD + " WHERE profile_id = ANY(?) ORDER BY service_id, created_at, profile_id")
                .param(ids.stream().map(ProfileId::value).toArray(UUID[]::new))
                .query(Profiles::profile)
                .list();
    }

    private static HeldProfile profile(ResultSet row, int number) throws SQLException {
        return new HeldProfile(
                new ProfileId(row.getObject("profile_id", UUID.class)),
                new ServiceRef(row.getObject("service_id", UUID.class)),
                row.getString("username"),
                row.getString("alias"),
                HeldProfile.State.valueOf(row.getString("state")),
                row.getBoolean("suspended"),
                row.getBoolean("contested"),
                row.getBoolean("silenced"),
                row.getBoolean("leaving"),
                row.getString("reason_box"),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
