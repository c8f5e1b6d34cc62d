package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/**
 * The member proved that an identity at a provider is theirs: it opens their account from now on.
 *
 * @param provider what the provider was called then
 * @param subject what the provider calls the member ({@code sub}), sealed under the account's key
 */
@EventName("identity.identity-linked")
public record IdentityLinked(
        LinkId linkId,
        AccountId accountId,
        UpstreamId upstreamId,
        String provider,
        Sealed<String> subject,
        Instant at) {}
