package org.acides.hiboo.catalog.service;

import java.time.Clock;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.Slug;
import org.acides.hiboo.catalog.api.commands.CloseService;
import org.acides.hiboo.catalog.api.commands.ConfigureForwardAuth;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.ConfigureSamlServiceProvider;
import org.acides.hiboo.catalog.api.commands.DescribeService;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.RetireService;
import org.acides.hiboo.catalog.api.commands.SetProfilePolicy;
import org.acides.hiboo.catalog.api.commands.SetRequiredAssurance;
import org.acides.hiboo.catalog.api.commands.SetRequiredGroups;
import org.acides.hiboo.catalog.api.commands.SetUsernameRules;
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
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * An application that the community hosts. That no other service has its slug, client id or entity id is seen to by
 * {@link ServiceLookup}, in the same transaction.
 */
@Aggregate
public class Service {

    private static final int LARGEST_QUOTA = 20;
    private static final int MOST_GROUPS = 20;

    @AggregateIdentifier
    private @Nullable ServiceId id;

    private String slug = "";
    private ServiceState state = ServiceState.CLOSED;
    private Assurance assurance = Assurance.PASSWORD;
    private @Nullable String clientId;

    /** For Axon, which then applies the service's events. */
    Service() {}

    /** Asked twice for one service, it registers it once. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterService command, Clock clock) {
        if (!Slug.isWellFormed(command.slug())) throw new Refused("service.slug-malformed");
        if (id == null)
            AggregateLifecycle.apply(
                    new ServiceRegistered(command.serviceId(), command.slug(), command.description(), clock.instant()));
        else if (!slug.equals(command.slug())) throw new Refused("service.slug-fixed");
    }

    @CommandHandler
    void handle(DescribeService command, Clock clock) {
        AggregateLifecycle.apply(new ServiceDescribed(living(), command.description(), clock.instant()));
    }

    @CommandHandler
    void handle(ConfigureOidcClient command, Clock clock) {
        ServiceId service = living();
        if (clientId != null && !clientId.equals(command.client().clientId()))
            throw new Refused("service.client-id-fixed", clientId);
        AggregateLifecycle.apply(new OidcClientConfigured(service, command.client(), clock.instant()));
    }

    @CommandHandler
    void handle(ConfigureSamlServiceProvider command, Clock clock) {
        AggregateLifecycle.apply(new SamlServiceProviderConfigured(living(), command.provider(), clock.instant()));
    }

    @CommandHandler
    void handle(ConfigureForwardAuth command, Clock clock) {
        AggregateLifecycle.apply(new ForwardAuthConfigured(living(), command.forwardAuth(), clock.instant()));
    }

    @CommandHandler
    void handle(SetProfilePolicy command, Clock clock) {
        ServiceId service = living();
        if (command.quota() < 1 || command.quota() > LARGEST_QUOTA)
            throw new Refused("service.quota-out-of-range", 1, LARGEST_QUOTA);
        AggregateLifecycle.apply(new ProfilePolicySet(service, command.policy(), command.quota(), clock.instant()));
    }

    @CommandHandler
    void handle(SetRequiredGroups command, Clock clock) {
        ServiceId service = living();
        if (command.groups().size() > MOST_GROUPS) throw new Refused("service.groups-too-many", MOST_GROUPS);
        AggregateLifecycle.apply(new RequiredGroupsSet(service, command.groups(), clock.instant()));
    }

    @CommandHandler
    void handle(SetRequiredAssurance command, Clock clock) {
        ServiceId service = living();
        if (assurance != command.assurance())
            AggregateLifecycle.apply(new RequiredAssuranceSet(service, command.assurance(), clock.instant()));
    }

    @CommandHandler
    void handle(SetUsernameRules command, Clock clock) {
        AggregateLifecycle.apply(new UsernameRulesSet(living(), command.rules(), clock.instant()));
    }

    @CommandHandler
    void handle(OpenService command, Clock clock) {
        ServiceId service = living();
        if (state != ServiceState.OPEN) AggregateLifecycle.apply(new ServiceOpened(service, clock.instant()));
    }

    @CommandHandler
    void handle(CloseService command, Clock clock) {
        ServiceId service = living();
        if (state != ServiceState.CLOSED) AggregateLifecycle.apply(new ServiceClosed(service, clock.instant()));
    }

    @CommandHandler
    void handle(RetireService command, Clock clock) {
        if (state != ServiceState.RETIRED) AggregateLifecycle.apply(new ServiceRetired(living(), clock.instant()));
    }

    private ServiceId living() {
        if (id == null) throw new Refused("service.unknown");
        if (state == ServiceState.RETIRED) throw new Refused("service.retired");
        return id;
    }

    @EventSourcingHandler
    void on(ServiceRegistered event) {
        id = event.serviceId();
        slug = event.slug();
    }

    @EventSourcingHandler
    void on(OidcClientConfigured event) {
        clientId = event.client().clientId();
    }

    @EventSourcingHandler
    void on(RequiredAssuranceSet event) {
        assurance = event.assurance();
    }

    @EventSourcingHandler
    void on(ServiceOpened event) {
        state = ServiceState.OPEN;
    }

    @EventSourcingHandler
    void on(ServiceClosed event) {
        state = ServiceState.CLOSED;
    }

    @EventSourcingHandler
    void on(ServiceRetired event) {
        state = ServiceState.RETIRED;
    }
}
