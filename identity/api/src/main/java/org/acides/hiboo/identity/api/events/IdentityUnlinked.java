package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * The identity opens the account no more.
 *
 * @param provider what the provider was called when it was linked
 */
@EventName("identity.identity-unlinked")
public record IdentityUnlinked(
        LinkId linkId, AccountId accountId, UpstreamId upstreamId, String provider, Instant at) {}
