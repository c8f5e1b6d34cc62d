package org.acides.hiboo.identity.forwardauth;

import java.util.List;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.entry.Admission;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.session.SessionsEnded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody passes a proxy any longer than they are signed in here, and let in there: entries end in the transaction of whatever ends them. */
@Component
@ProcessingGroup("lookup.identity.forward-auth-entry")
class ProxyEntryEndings {

    private final ProxyEntries entries;
    private final OwnerLinks owners;
    private final Subjects subjects;
    private final Admission admission;

    ProxyEntryEndings(ProxyEntries entries, OwnerLinks owners, Subjects subjects, Admission admission) {
        this.entries = entries;
        this.owners = owners;
        this.subjects = subjects;
        this.admission = admission;
    }

    @EventListener
    void on(SessionsEnded event) {
        List<ProfileId> profiles = owners.profilesOf(event.account());
        entries.endIn(event.sessions().stream()
                .flatMap(session -> profiles.stream().map(profile -> subjects.session(session, profile)))
                .toArray(String[]::new));
    }

    @EventHandler
    void on(ProfileDeleted event) {
        entries.endOf(List.of(event.profileId()));
    }

    @EventHandler
    void on(GroupLeft event) {
        entries.endOf(admission.shutOut(event));
    }

    @EventHandler
    void on(RequiredGroupsSet event) {
        ServiceRef service = new ServiceRef(event.serviceId().value());
        admission.letIn(event).ifPresent(kept -> entries.endOthersAt(service, kept));
    }

    @EventHandler
    void on(ServiceRetired event) {
        entries.endAt(new ServiceRef(event.serviceId().value()));
    }
}
