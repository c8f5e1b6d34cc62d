package org.acides.hiboo.identity.api.commands;

import java.time.Duration;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.ProvedLately;

/** Answers a new {@link IssuedSecret} of the service's client, shown once. Earlier secrets work for the overlap (zero to 30 days) and end then. Refused: {@code service.no-client}. */
@ProvedLately
public record IssueClientSecret(ServiceRef service, Duration overlap) {}
