package org.acides.hiboo.identity.ownerlink;

import java.util.Optional;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens owners, for this package alone. */
@Component
class OwnerBoxes {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    OwnerBoxes(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** Empty once the profile was erased. */
    Optional<AccountId> of(ProfileId profile) {
        return jdbc.sql("SELECT box FROM identity.owner_box WHERE profile_id = ?")
                .param(profile.value())
                .query(String.class)
                .optional()
                .flatMap(box -> sealer.open(new Sealed<AccountId>(profile.value(), box), AccountId.class));
    }
}
