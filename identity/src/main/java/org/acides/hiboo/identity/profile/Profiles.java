package org.acides.hiboo.identity.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The live profiles, as their last committed event left them. */
@Component
public class Profiles {

    private static final String LIVE =
            "SELECT profile_id, service_id, username, alias, created_at FROM identity.profile WHERE state = 'LIVE'";

    private final JdbcClient jdbc;
    private final OwnerLinks owners;

    Profiles(JdbcClient jdbc, OwnerLinks owners) {
        this.jdbc = jdbc;
        this.owners = owners;
    }

    public Optional<LiveProfile> find(ProfileId id) {
        return jdbc.sql(LIVE + " AND profile_id = ?")
                .param(id.value())
                .query(Profiles::profile)
                .optional();
    }

    /** The account's profiles on a service, oldest first. */
    public List<LiveProfile> of(AccountId account, ServiceRef service) {
        return all(owners.profilesOf(account, service));
    }

    /** The account's profiles everywhere, by service and then oldest first. */
    public List<LiveProfile> of(AccountId account) {
        return all(owners.profilesOf(account));
    }

    /** Whether there is or was such a profile. */
    public boolean known(ProfileId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.profile WHERE profile_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private List<LiveProfile> all(Collection<ProfileId> ids) {
        return jdbc.sql(LIVE + " AND profile_id = ANY(?) ORDER BY service_id, created_at, profile_id")
                .param(ids.stream().map(ProfileId::value).toArray(UUID[]::new))
                .query(Profiles::profile)
                .list();
    }

    private static LiveProfile profile(ResultSet row, int number) throws SQLException {
        return new LiveProfile(
                new ProfileId(row.getObject("profile_id", UUID.class)),
                new ServiceRef(row.getObject("service_id", UUID.class)),
                row.getString("username"),
                row.getString("alias"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
