package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.api.EventName;

/** An account may act in one more role. */
@EventName("identity.role-granted")
public record RoleGranted(AccountId accountId, Role role, Instant at) {}
