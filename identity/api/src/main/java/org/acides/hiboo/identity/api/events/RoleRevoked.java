package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.api.EventName;

/** An account may no longer act in a role. */
@EventName("identity.role-revoked")
public record RoleRevoked(AccountId accountId, Role role, Instant at) {}
