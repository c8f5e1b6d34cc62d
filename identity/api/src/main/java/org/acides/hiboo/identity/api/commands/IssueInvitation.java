package org.acides.hiboo.identity.api.commands;

import java.time.Duration;

/** Answers the sign-up link, shown once. Uses 1 to 1,000; valid for 1 hour to 90 days. Refused: {@code invitation.uses} (1,000), {@code invitation.valid-for} (90). */
public record IssueInvitation(int uses, Duration validFor) {}
