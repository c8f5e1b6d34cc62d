package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Refused: {@code account.unknown}, {@code account.last-admin} when no admin would be left, {@code account.member-always} for MEMBER. */
@ProvedLately
public record RevokeRole(@TargetAggregateIdentifier AccountId accountId, Role role) {}
