package org.acides.hiboo.identity.oidc.token;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileSuspended;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.session.SessionsEnded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Ends what was granted, in the transaction of whatever ends it. A session takes its tokens with it, offline access
 * aside; a block or a reset password takes everything, and so do a deleted or suspended profile and a retired service.
 */
@Component
@ProcessingGroup("lookup.identity.oidc-grant")
class GrantEndings {

    private final Grants grants;
    private final Consents consents;
    private final OwnerLinks owners;
    private final Tags tags;

    GrantEndings(Grants grants, Consents consents, OwnerLinks owners, Tags tags) {
        this.grants = grants;
        this.consents = consents;
        this.owners = owners;
        this.tags = tags;
    }

    /** Before applications are told of it: else one could redeem a code in between, and hear of nothing. */
    @EventListener
    @Order(0)
    void on(SessionsEnded event) {
        List<ProfileId> profiles = owners.profilesOf(event.account());
        grants.endIn(event.sessions().stream()
                .flatMap(session -> profiles.stream().map(profile -> tags.tag(session, profile)))
                .toArray(byte[][]::new));
    }

    @EventHandler
    void on(AccountBlocked event) {
        endAll(event.accountId());
    }

    /** Somebody who knew the old password may have signed in anywhere. One who changes it has not lost it. */
    @EventHandler
    void on(PasswordChanged event) {
        if (event.byReset()) endAll(event.accountId());
    }

    @EventHandler
    void on(ProfileDeleted event) {
        UUID profile = event.profileId().value();
        grants.endOf(List.of(profile));
        consents.forget(profile);
    }

    @EventHandler
    void on(ProfileSuspended event) {
        grants.endOf(List.of(event.profileId().value()));
    }

    @EventHandler
    void on(OidcClientConfigured event) {
        grants.narrow(event.serviceId().value(), event.client().scopes().toArray(String[]::new));
    }

    @EventHandler
    void on(ServiceRetired event) {
        grants.endAt(event.serviceId().value());
    }

    private void endAll(AccountId account) {
        Collection<UUID> profiles =
                owners.profilesOf(account).stream().map(ProfileId::value).toList();
        grants.endOf(profiles);
    }
}
