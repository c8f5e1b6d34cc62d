package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;

/** Answers a code, told this once, with which another account says within a day that it wants the profile. A later code replaces an earlier one. Refused: {@code profile.unknown} (also when it is not the account's), {@code profile.contested}, {@code profile.suspended}. */
public record OfferProfile(ProfileId profileId, AccountId owner) {}
