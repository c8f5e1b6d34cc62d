package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.GroupId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For admins, and for managers of a service that requires the group. Twice is the same as once. Refused: {@code group.unknown}, {@code account.unknown}, {@code service.not-managed}. */
public record AddToGroup(@TargetAggregateIdentifier GroupId groupId, String loginOrEmail) {}
