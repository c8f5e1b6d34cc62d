package org.acides.hiboo.catalog.service;

import java.time.ZoneOffset;
import java.util.UUID;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.catalog.api.events.ForwardAuthConfigured;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.ProfilePolicySet;
import org.acides.hiboo.catalog.api.events.RequiredAssuranceSet;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.catalog.api.events.SamlServiceProviderConfigured;
import org.acides.hiboo.catalog.api.events.ServiceClosed;
import org.acides.hiboo.catalog.api.events.ServiceDescribed;
import org.acides.hiboo.catalog.api.events.ServiceOpened;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.catalog.api.events.UsernameRulesSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every service as lists and pages show it. */
@Component
@ProcessingGroup("projection.catalog.services")
class ServicesProjection {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ServicesProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ResetHandler
    void reset() {
        jdbc.sql("TRUNCATE catalog.service_row").update();
    }

    @EventHandler
    void on(ServiceRegistered event) {
        ServiceDescription now = event.description();
        jdbc.sql(
                        "INSERT INTO catalog.service_row (service_id, slug, description, rules, folded_name, folded,"
                                + " registered_at) VALUES (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?) ON CONFLICT (service_id) DO NOTHING")
                .param(event.serviceId().value())
                .param(event.slug())
                .param(JSON.writeValueAsString(now))
                .param(JSON.writeValueAsString(UsernameRules.DEFAULT))
                .param(Folded.of(now.name()))
                .param(searched(now))
                .param(event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(ServiceDescribed event) {
        ServiceDescription now = event.description();
        jdbc.sql("UPDATE catalog.service_row SET description = ?::jsonb, folded_name = ?, folded = ?"
                        + " WHERE service_id = ?")
                .param(JSON.writeValueAsString(now))
                .param(Folded.of(now.name()))
                .param(searched(now))
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(OidcClientConfigured event) {
        jdbc.sql("UPDATE catalog.service_row SET client = ?::jsonb WHERE service_id = ?")
                .param(JSON.writeValueAsString(event.client()))
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(SamlServiceProviderConfigured event) {
        jdbc.sql("UPDATE catalog.service_row SET saml = ?::jsonb WHERE service_id = ?")
                .param(JSON.writeValueAsString(event.provider()))
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(ForwardAuthConfigured event) {
        jdbc.sql("UPDATE catalog.service_row SET forward_auth = ?::jsonb WHERE service_id = ?")
                .param(JSON.writeValueAsString(event.forwardAuth()))
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(ProfilePolicySet event) {
        jdbc.sql("UPDATE catalog.service_row SET policy = ?, quota = ? WHERE service_id = ?")
                .param(event.policy().name())
                .param(event.quota())
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(RequiredGroupsSet event) {
        jdbc.sql("UPDATE catalog.service_row SET groups = ? WHERE service_id = ?")
                .param(event.groups().stream().map(GroupRef::value).toArray(UUID[]::new))
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(RequiredAssuranceSet event) {
        jdbc.sql("UPDATE catalog.service_row SET assurance = ? WHERE service_id = ?")
                .param(event.assurance().name())
                .param(event.serviceId().value())
                .update();
    }

    @EventHandler
    void on(UsernameRulesSet event) {
        jdbc.sql("UPDATE catalog.service_row SET rules = ?::jsonb WHERE service_id = ?")
                .param(JSON.writeValueAsString(event.rules()))
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
        jdbc.sql("UPDATE catalog.service_row SET state = ? WHERE service_id = ?")
                .param(state.name())
                .param(id.value())
                .update();
    }

    /** The slug, already folded, is searched in its own column. */
    private static String searched(ServiceDescription description) {
        return Folded.of(description.name() + "\n" + description.category());
    }
}
