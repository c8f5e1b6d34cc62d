package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a request back, or puts its refusal away. Refused: {@code profile.unknown} (also when it is not the account's), {@code profile.not-waiting}. */
public record WithdrawProfileRequest(
        @TargetAggregateIdentifier ProfileId profileId, AccountId owner) {}
