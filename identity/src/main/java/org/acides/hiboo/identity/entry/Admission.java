package org.acides.hiboo.identity.entry;

import java.util.List;
import java.util.Optional;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.identity.group.Groups;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.service.Services;
import org.springframework.stereotype.Component;

/** Whom a service that requires groups lets in no longer: what let them in before ends by that, at every door. */
@Component
public class Admission {

    private final Services services;
    private final Groups groups;
    private final OwnerLinks owners;

    Admission(Services services, Groups groups, OwnerLinks owners) {
        this.services = services;
        this.groups = groups;
        this.owners = owners;
    }

    /**
     * Profiles whose owner left the last group by which they were let in. In whichever order the look-ups hear of it: the group
     * that was left counts no more.
     */
    public List<ProfileId> shutOut(GroupLeft event) {
        return groups.requiring(event.groupId()).stream()
                .filter(service -> !groups.isInOne(event.accountId(), others(service, event.groupId())))
                .flatMap(service -> owners.profilesOf(event.accountId(), service).stream())
                .toList();
    }

    private List<GroupId> others(ServiceRef service, GroupId left) {
        return services.find(service).stream()
                .flatMap(found -> found.groups().stream())
                .filter(group -> !group.equals(left))
                .toList();
    }

    /** The profiles that the service still lets in; empty when it lets everybody in. */
    public Optional<List<ProfileId>> letIn(RequiredGroupsSet event) {
        if (event.groups().isEmpty()) return Optional.empty();
        ServiceRef service = new ServiceRef(event.serviceId().value());
        List<GroupId> required =
                event.groups().stream().map(group -> new GroupId(group.value())).toList();
        return Optional.of(groups.members(required).stream()
                .flatMap(account -> owners.profilesOf(account, service).stream())
                .toList());
    }
}
