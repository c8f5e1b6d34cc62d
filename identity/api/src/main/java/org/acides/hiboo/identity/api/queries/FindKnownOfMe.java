package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;

/** What a service knows of a profile; answers {@link KnownOfMe}, or nothing when the account does not hold the profile. */
public record FindKnownOfMe(AccountId accountId, ProfileId profileId) {}
