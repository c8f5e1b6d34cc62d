package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The member's password is another. Every other session of theirs ended. */
@EventName("identity.password-changed")
public record PasswordChanged(AccountId accountId, boolean byReset, Instant at) {}
