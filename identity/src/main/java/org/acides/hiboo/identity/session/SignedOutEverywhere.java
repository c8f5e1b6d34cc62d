package org.acides.hiboo.identity.session;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Nothing that an account ever began shall go on, but for one session: published like {@link SessionsEnded}, and after it,
 * for what outlived the session that it began in.
 *
 * @param kept the session that goes on, or null for none
 */
public record SignedOutEverywhere(
        AccountId account, @Nullable SessionId kept) {}
