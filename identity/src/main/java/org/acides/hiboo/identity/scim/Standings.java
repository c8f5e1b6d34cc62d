package org.acides.hiboo.identity.scim;

import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.Subjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up how a profile stands, as of the last commit. */
@Component
class Standings {

    private final JdbcClient jdbc;
    private final Subjects subjects;

    Standings(JdbcClient jdbc, Subjects subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    /** One that is deleted, and may come back, is suspended to its service; it is gone once it is erased. */
    Standing of(ServiceRef service, ProfileId profile) {
        String externalId = subjects.of(service, profile);
        return jdbc.sql("SELECT username, state = 'LIVE' AND NOT barred AS active FROM identity.profile"
                        + " WHERE profile_id = ?")
                .param(profile.value())
                .query((row, number) -> new Standing(
                        row.getBoolean("active") ? Standing.State.ACTIVE : Standing.State.INACTIVE,
                        externalId,
                        row.getString("username")))
                .optional()
                .orElseGet(() -> new Standing(Standing.State.GONE, externalId, null));
    }
}
