package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;

/** Signs one of one's own browsers out. Refused: {@code session.unknown}. */
public record RevokeSession(AccountId accountId, SessionId sessionId) {}
