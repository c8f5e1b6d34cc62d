package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.infrastructure.api.EventName;

/** What a service accepts as a username from now on; names already taken stay. */
@EventName("catalog.username-rules-set")
public record UsernameRulesSet(ServiceId serviceId, UsernameRules rules, Instant at) {}
