package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import java.util.List;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Only members of one of these groups enter the service from now on; with none, everybody may. */
@EventName("catalog.required-groups-set")
public record RequiredGroupsSet(ServiceId serviceId, List<GroupRef> groups, Instant at) {

    public RequiredGroupsSet {
        groups = List.copyOf(groups);
    }
}
