package org.acides.hiboo.identity.api.commands;

import java.time.Duration;
import org.acides.hiboo.identity.api.ServiceRef;

/** Answers a new {@link IssuedSecret} of the service's client, shown once. Earlier secrets work for the overlap (zero to 30 days) and end then. Refused: {@code service.no-client}. */
public record IssueClientSecret(ServiceRef service, Duration overlap) {}
