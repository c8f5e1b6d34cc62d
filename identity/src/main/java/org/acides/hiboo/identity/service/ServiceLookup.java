package org.acides.hiboo.identity.service;

import java.util.UUID;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.catalog.api.events.ProfilePolicySet;
import org.acides.hiboo.catalog.api.events.RequiredAssuranceSet;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.catalog.api.events.ServiceClosed;
import org.acides.hiboo.catalog.api.events.ServiceDescribed;
import org.acides.hiboo.catalog.api.events.ServiceOpened;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.catalog.api.events.UsernameRulesSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the copy of the catalogue's services, in the transaction of the catalogue's events. */
@Component
@ProcessingGroup("lookup.identity.service")
class ServiceLookup {

    private final JdbcClient jdbc;

    ServiceLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new service has the policy, quota and rules that the catalogue starts one with. */
    @EventHandler
    void on(ServiceRegistered event) {
        jdbc.sql("INSERT INTO identity.service (service_id, slug, name, summary, address, logo, rules)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT (service_id) DO NOTHING")
                .param(event.serviceId().value())
                .param(event.slug())
                .param(event.description().name())
                .param(event.description().summary())
                .param(event.description().address().toString())
                .param(event.description().logo())
                .param(JdbcServices.JSON.writeValueAsString(UsernameRules.DEFAULT))
                .update();
    }

    @EventHandler
    void on(ServiceDescribed event) {
        ServiceDescription now = event.description();
        jdbc.sql("UPDATE identity.service SET name = ?, summary = ?, address = ?, logo = ? WHERE service_id = ?")
                .param(now.name())
                .param(now.summary())
                .param(now.address().toString())
                .param(now.logo())
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(ProfilePolicySet event) {
        jdbc.sql("UPDATE identity.service SET policy = ?, quota = ? WHERE service_id = ?")
                .param(event.policy().name())
                .param(event.quota())
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(RequiredGroupsSet event) {
        jdbc.sql("UPDATE identity.service SET groups = ? WHERE service_id = ?")
                .param(event.groups().stream().map(GroupRef::value).toArray(UUID[]::new))
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(RequiredAssuranceSet event) {
        jdbc.sql("UPDATE identity.service SET assurance = ? WHERE service_id = ?")
                .param(event.assurance().name())
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(UsernameRulesSet event) {
        jdbc.sql("UPDATE identity.service SET rules = ?::jsonb WHERE service_id = ?")
                .param(JdbcServices.JSON.writeValueAsString(event.rules()))
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(ServiceOpened event) {
        enter(event.serviceId(), ServiceState.OPEN);
    }

    @EventHandler
    void on(ServiceClosed event) {
        enter(event.serviceId(), ServiceState.CLOSED);
    }

    @EventHandler
    void on(ServiceRetired event) {
        enter(event.serviceId(), ServiceState.RETIRED);
    }

    private void enter(ServiceId id, ServiceState state) {
        jdbc.sql("UPDATE identity.service SET state = ? WHERE service_id = ?")
                .param(state.name())
                .param(id.value())
                .update();
    }
}
