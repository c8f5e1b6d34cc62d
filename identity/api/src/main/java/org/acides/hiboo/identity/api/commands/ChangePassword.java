package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes one's own password and ends one's other sessions. Refused: {@code password.wrong}, {@code password.too-short}, {@code password.too-long}, {@code password.well-known}, {@code throttled} (seconds to wait), {@code busy} (for a moment), {@code authentication.stale} when whoever has a second factor proved it too long ago, {@code account.unknown}. */
public record ChangePassword(
        @TargetAggregateIdentifier AccountId accountId, SessionId keep, String current, String chosen) {}
