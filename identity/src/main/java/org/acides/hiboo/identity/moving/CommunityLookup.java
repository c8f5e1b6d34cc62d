package org.acides.hiboo.identity.moving;

import java.time.ZoneOffset;
import org.acides.hiboo.identity.api.events.CommunityForgotten;
import org.acides.hiboo.identity.api.events.CommunityGone;
import org.acides.hiboo.identity.api.events.CommunityServiceMatched;
import org.acides.hiboo.identity.api.events.CommunityServiceUnmatched;
import org.acides.hiboo.identity.api.events.CommunityTrusted;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps communities and their matched services in the transaction of their events. */
@Component
@ProcessingGroup("lookup.identity.community")
class CommunityLookup {

    private final JdbcClient jdbc;

    CommunityLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(CommunityTrusted event) {
        int added = jdbc.sql("INSERT INTO identity.community (community_id, address, trusted_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (address) DO NOTHING")
                .param(event.communityId().value())
                .param(event.address().toString())
                .param(event.at().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) throw new Refused("community.known");
    }

    @EventHandler
    void on(CommunityServiceMatched event) {
        try {
            jdbc.sql("INSERT INTO identity.community_service (community_id, service_id, theirs) VALUES (?, ?, ?)"
                            + " ON CONFLICT (community_id, service_id) DO UPDATE SET theirs = EXCLUDED.theirs")
                    .params(
                            event.communityId().value(),
                            event.service().value(),
                            event.theirs().toString())
                    .update();
        } catch (DuplicateKeyException another) {
            throw new Refused("community.service-matched");
        }
    }

    @EventHandler
    void on(CommunityServiceUnmatched event) {
        jdbc.sql("DELETE FROM identity.community_service WHERE community_id = ? AND service_id = ?")
                .params(event.communityId().value(), event.service().value())
                .update();
    }

    @EventHandler
    void on(CommunityGone event) {
        jdbc.sql("UPDATE identity.community SET gone = true WHERE community_id = ?")
                .param(event.communityId().value())
                .update();
    }

    @EventHandler
    void on(CommunityForgotten event) {
        for (String table : new String[] {"identity.community_service", "identity.community"})
            jdbc.sql("DELETE FROM " + table + " WHERE community_id = ?")
                    .param(event.communityId().value())
                    .update();
    }
}
