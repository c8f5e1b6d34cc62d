package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes away one of one's own links to an identity elsewhere. Refused: {@code authentication.stale} when the session's member
 * proved too long ago who they are, {@code upstream.link-unknown}.
 */
public record UnlinkIdentity(
        AccountId accountId,
        SessionId session,
        @TargetAggregateIdentifier LinkId linkId) {}
