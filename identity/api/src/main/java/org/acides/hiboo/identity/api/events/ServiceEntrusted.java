package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/** An account answers for a service from now on: it decides on the service's profiles. */
@EventName("identity.service-entrusted")
public record ServiceEntrusted(AccountId accountId, ServiceRef service, Instant at) {}
