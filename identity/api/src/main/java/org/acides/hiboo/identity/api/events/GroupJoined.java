package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.infrastructure.api.EventName;

/** An account is in a group from now on. */
@EventName("identity.group-joined")
public record GroupJoined(GroupId groupId, AccountId accountId, Instant at) {}
