package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;

/** Takes an offer back, if there is one. Refused: {@code profile.unknown}. */
public record WithdrawOffer(ProfileId profileId, AccountId owner) {}
