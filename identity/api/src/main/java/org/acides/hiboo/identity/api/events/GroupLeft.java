package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.infrastructure.api.EventName;

/** An account is in a group no more: what it held at services that let it in for that alone ended. */
@EventName("identity.group-left")
public record GroupLeft(GroupId groupId, AccountId accountId, Instant at) {}
