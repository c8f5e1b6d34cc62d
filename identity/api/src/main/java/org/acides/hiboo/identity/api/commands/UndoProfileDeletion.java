package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a deletion back while its time of grace runs. Undoing what is not deleted changes nothing. Refused: {@code profile.unknown} (also when it is not the account's), {@code profile.contested}, {@code profile.quota-reached} (quota). */
public record UndoProfileDeletion(@TargetAggregateIdentifier ProfileId profileId, AccountId owner) {}
