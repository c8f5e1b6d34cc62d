package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For admins, and for managers of a service that requires the group. Refused: {@code group.unknown}, {@code service.not-managed}. */
public record RemoveFromGroup(@TargetAggregateIdentifier GroupId groupId, AccountId accountId) {}
