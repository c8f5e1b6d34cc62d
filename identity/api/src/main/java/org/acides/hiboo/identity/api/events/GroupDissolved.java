package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A group that nobody was in any more is gone. */
@EventName("identity.group-dissolved")
public record GroupDissolved(GroupId groupId, Instant at) {}
