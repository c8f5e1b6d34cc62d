package org.acides.hiboo.identity.oidc.token;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.AccessWithdrawn;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileErased;
import org.acides.hiboo.identity.api.events.ProfileSuspended;
import org.acides.hiboo.identity.api.events.ProfileTransferred;
import org.acides.hiboo.identity.group.Groups;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.identity.session.SessionsEnded;
import org.acides.hiboo.identity.session.SignedOutEverywhere;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Ends what was granted, in the transaction of whatever ends it. A session takes its tokens with it, offline access
 * aside; a block, a reset password or signing out everywhere takes everything, and so do a deleted or suspended profile and a
 * retired service.
 */
@Component
@ProcessingGroup("lookup.identity.oidc-grant")
class GrantEndings {

    private final Grants grants;
    private final Consents consents;
    private final OwnerLinks owners;
    private final Seen seen;
    private final Services services;
    private final Groups groups;
    private final Tags tags;

    GrantEndings(
            Grants grants,
            Consents consents,
            OwnerLinks owners,
            Seen seen,
            Services services,
            Groups groups,
            Tags tags) {
        this.grants = grants;
        this.consents = consents;
        this.owners = owners;
        this.seen = seen;
        this.services = services;
        this.groups = groups;
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

    /** Nobody is to be in anywhere: applications that work while the member is away stop, too. */
    @EventListener
    @Order(0)
    void on(SignedOutEverywhere event) {
        if (event.kept() == null) endAll(event.account());
    }

    @EventHandler
    void on(ProfileDeleted event) {
        endAt(event.profileId());
    }

    @EventHandler
    void on(AccessWithdrawn event) {
        endAt(event.profileId());
    }

    /** What the former owner's sessions hold is not the new owner's, nor is what they agreed to. */
    @EventHandler
    void on(ProfileTransferred event) {
        endAt(event.profileId());
        seen.forget(event.profileId());
    }

    @EventHandler
    void on(ProfileErased event) {
        seen.forget(event.profileId());
    }

    @EventHandler
    void on(ProfileSuspended event) {
        grants.endOf(List.of(event.profileId().value()));
    }

    @EventHandler
    void on(ClaimContested event) {
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

    /** In whichever order the look-ups hear of it: the group that was left counts no more. */
    @EventHandler
    void on(GroupLeft event) {
        for (ServiceRef service : groups.requiring(event.groupId())) {
            List<GroupId> others = services.find(service).stream()
                    .flatMap(found -> found.groups().stream())
                    .filter(group -> !group.equals(event.groupId()))
                    .toList();
            if (!groups.isInOne(event.accountId(), others))
                grants.endOf(ids(owners.profilesOf(event.accountId(), service)));
        }
    }

    @EventHandler
    void on(RequiredGroupsSet event) {
        if (event.groups().isEmpty()) return;
        ServiceRef service = new ServiceRef(event.serviceId().value());
        List<GroupId> required =
                event.groups().stream().map(group -> new GroupId(group.value())).toList();
        grants.endOthersAt(
                service.value(),
                groups.members(required).stream()
                        .flatMap(account -> owners.profilesOf(account, service).stream())
                        .map(ProfileId::value)
                        .toArray(UUID[]::new));
    }

    private void endAt(ProfileId profile) {
        grants.endOf(List.of(profile.value()));
        consents.forget(profile.value());
    }

    private void endAll(AccountId account) {
        grants.endOf(ids(owners.profilesOf(account)));
    }

    private static Collection<UUID> ids(List<ProfileId> profiles) {
        return profiles.stream().map(ProfileId::value).toList();
    }
}
