package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.infrastructure.api.EventName;

/** There is a group, which services may require. */
@EventName("identity.group-created")
public record GroupCreated(GroupId groupId, String name, Instant at) {}
