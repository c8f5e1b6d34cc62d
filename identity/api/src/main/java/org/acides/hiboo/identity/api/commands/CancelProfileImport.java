package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ImportId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes an import back: stops it, forgets the list, and frees the usernames that nobody claimed yet. Refused: {@code import.unknown}, {@code import.over} once cancelled or closed. */
public record CancelProfileImport(@TargetAggregateIdentifier ImportId importId) {}
