package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/** An account answers for a service no more. */
@EventName("identity.service-taken-back")
public record ServiceTakenBack(AccountId accountId, ServiceRef service, Instant at) {}
