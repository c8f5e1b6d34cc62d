package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.GroupId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For admins. The name is 1 to 80 characters. The same group asked for twice is one. Refused: {@code group.name-malformed} (most), {@code group.name-taken}. */
public record CreateGroup(@TargetAggregateIdentifier GroupId groupId, String name) {}
