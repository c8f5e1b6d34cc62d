package org.acides.hiboo.identity.api.commands;

import java.time.Duration;
import org.acides.hiboo.identity.api.ServiceRef;

/** For the service's managers: answers a link, told this once, that lets one person make one profile there. {@code validFor} is one hour to 90 days. Refused: {@code service.not-managed}, {@code service.unknown}, {@code profile.locked}, {@code gift.valid-for} (days). */
public record IssueGift(ServiceRef service, Duration validFor) {}
