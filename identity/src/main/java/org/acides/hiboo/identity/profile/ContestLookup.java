package org.acides.hiboo.identity.profile;

import java.time.ZoneOffset;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.ProfileErased;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which claims are contested, and what was decided, in the transaction of their events. */
@Component
@ProcessingGroup("lookup.identity.claim-contest")
class ContestLookup {

    private static final String[] OF_A_PROFILE = {
        "identity.claim_contest", "identity.claim_proof", "identity.contest_party"
    };

    private final JdbcClient jdbc;

    ContestLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ClaimContested event) {
        jdbc.sql("INSERT INTO identity.claim_contest (profile_id, service_id, claimed_by_email, by_email, opened_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(event.profileId().value(), event.service().value())
                .params(event.claimedByEmail(), event.byEmail(), event.at().atOffset(ZoneOffset.UTC))
                .update();
        setContested(event.profileId(), true);
    }

    @EventHandler
    void on(ContestDecided event) {
        jdbc.sql("UPDATE identity.claim_contest SET outcome = ?, reason_box = ?, decided_at = ? WHERE profile_id = ?")
                .params(event.outcome().name(), event.reason().box())
                .params(event.at().atOffset(ZoneOffset.UTC), event.profileId().value())
                .update();
        setContested(event.profileId(), false);
        if (event.outcome() != ContestOutcome.LOCKED) return;
        jdbc.sql("UPDATE identity.profile SET state = 'LOCKED', ended_at = NULL WHERE profile_id = ?")
                .param(event.profileId().value())
                .update();
        jdbc.sql("DELETE FROM identity.profile_choice WHERE profile_id = ?")
                .param(event.profileId().value())
                .update();
    }

    /** What no event tells of it goes too. */
    @EventHandler
    void on(ProfileErased event) {
        for (String table : OF_A_PROFILE)
            jdbc.sql("DELETE FROM " + table + " WHERE profile_id = ?")
                    .param(event.profileId().value())
                    .update();
    }

    private void setContested(ProfileId profile, boolean contested) {
        jdbc.sql("UPDATE identity.profile SET contested = ? WHERE profile_id = ?")
                .params(contested, profile.value())
                .update();
    }
}
