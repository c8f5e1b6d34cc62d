package org.acides.hiboo.catalog.api.commands;

import java.util.List;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets in members of one of these groups alone, 20 at most; with none, everybody. Refused: {@code service.groups-too-many} (most), {@code service.retired}. */
public record SetRequiredGroups(@TargetAggregateIdentifier ServiceId serviceId, List<GroupRef> groups) {

    public SetRequiredGroups {
        groups = groups.stream().distinct().toList();
    }
}
