package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;

/** What a manager sees of a request: never whose it is. */
public record ProfileRequestRow(ProfileId profileId, ServiceRef service, String username, String message, Instant at) {}
