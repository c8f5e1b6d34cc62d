package org.acides.hiboo.identity.oidc.logout;

import java.util.List;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.events.AccessWithdrawn;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileSuspended;
import org.acides.hiboo.identity.api.events.ProfileTransferred;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.session.SessionsEnded;
import org.acides.hiboo.identity.session.SignedOutEverywhere;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Decides whom applications are told of, in the transaction of whatever ends an entry. A session that nobody used for too
 * long tells nobody: a member who is at home in an application would be thrown out of it for not having come by here.
 */
@Component
@ProcessingGroup("lookup.identity.oidc-entry")
class EntryEndings {

    private static final String[] NONE = {};

    private final LogoutNotices notices;
    private final OwnerLinks owners;
    private final Subjects subjects;

    EntryEndings(LogoutNotices notices, OwnerLinks owners, Subjects subjects) {
        this.notices = notices;
        this.owners = owners;
        this.subjects = subjects;
    }

    @EventListener
    void on(SessionsEnded event) {
        if (event.expired()) return;
        List<ProfileId> profiles = owners.profilesOf(event.account());
        notices.tell(event.sessions().stream()
                .flatMap(session -> sids(session, profiles))
                .toArray(String[]::new));
    }

    @EventListener
    void on(SignedOutEverywhere event) {
        List<ProfileId> profiles = owners.profilesOf(event.account());
        SessionId kept = event.kept();
        notices.tellOf(profiles, kept == null ? NONE : sids(kept, profiles).toArray(String[]::new));
    }

    @EventHandler
    void on(ProfileDeleted event) {
        notices.tellOf(List.of(event.profileId()), NONE);
    }

    @EventHandler
    void on(ProfileSuspended event) {
        notices.tellOf(List.of(event.profileId()), NONE);
    }

    @EventHandler
    void on(ClaimContested event) {
        notices.tellOf(List.of(event.profileId()), NONE);
    }

    @EventHandler
    void on(AccessWithdrawn event) {
        notices.tellOf(List.of(event.profileId()), NONE);
    }

    @EventHandler
    void on(ProfileTransferred event) {
        notices.tellOf(List.of(event.profileId()), NONE);
    }

    @EventHandler
    void on(ServiceRetired event) {
        notices.forget(new ServiceRef(event.serviceId().value()));
    }

    private Stream<String> sids(SessionId session, List<ProfileId> profiles) {
        return profiles.stream().map(profile -> subjects.session(session, profile));
    }
}
