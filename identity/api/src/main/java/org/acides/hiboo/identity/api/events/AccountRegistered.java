package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/** Somebody signed up. Login name and e-mail are sealed under the account; the address is yet to be proved. Language is a BCP 47 tag. */
@EventName("identity.account-registered")
public record AccountRegistered(
        AccountId accountId, Sealed<String> loginName, Sealed<String> email, String language, Instant at) {}
