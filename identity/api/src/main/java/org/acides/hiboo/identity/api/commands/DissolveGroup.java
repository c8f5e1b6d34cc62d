package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.GroupId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For admins. Refused: {@code group.unknown}, {@code group.not-empty}, {@code group.required} when a service lets nobody else in. */
public record DissolveGroup(@TargetAggregateIdentifier GroupId groupId) {}
