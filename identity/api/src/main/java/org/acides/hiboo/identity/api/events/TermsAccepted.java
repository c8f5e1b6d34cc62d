package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The member accepted the community's terms in this version. */
@EventName("identity.terms-accepted")
public record TermsAccepted(AccountId accountId, String version, Instant at) {}
