package org.acides.hiboo.captcha.site;

import java.util.UUID;
import org.acides.hiboo.captcha.api.ServiceRef;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.events.ServiceEntrusted;
import org.acides.hiboo.identity.api.events.ServiceTakenBack;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for which service, in the transaction of the events that say so, and with that for its sites. */
@Component
@ProcessingGroup("lookup.captcha.service-manager")
class Managers {

    private final JdbcClient jdbc;

    Managers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets admins and processes of ours pass, and the managers of the service.
     *
     * @param service null for a site that is no service's
     * @throws Refused {@code site.not-yours}
     */
    void require(@Nullable ServiceRef service, Actor actor) {
        boolean everywhere =
                actor.role().equals(Role.ADMIN.name()) || actor.role().equals(Actor.SYSTEM);
        boolean here = service != null && actor.role().equals(SignedIn.SERVICE_MANAGER) && manages(actor, service);
        if (!everywhere && !here) throw new Refused("site.not-yours");
    }

    private boolean manages(Actor actor, ServiceRef service) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM captcha.service_manager WHERE service_id = ? AND account_id = ?)")
                .params(service.value(), UUID.fromString(actor.id()))
                .query(Boolean.class)
                .single();
    }

    @EventHandler
    void on(ServiceEntrusted event) {
        jdbc.sql("INSERT INTO captcha.service_manager (service_id, account_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(event.service().value(), event.accountId().value())
                .update();
    }

    @EventHandler
    void on(ServiceTakenBack event) {
        jdbc.sql("DELETE FROM captcha.service_manager WHERE service_id = ? AND account_id = ?")
                .params(event.service().value(), event.accountId().value())
                .update();
    }
}
