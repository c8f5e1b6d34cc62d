package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends the time in which members claim: destroys the old hashes for ever. Unclaimed usernames stay taken. Refused: {@code import.unknown}, {@code import.running} before it finished, {@code import.over} once cancelled or closed. */
@ProvedLately
public record CloseProfileImport(@TargetAggregateIdentifier ImportId importId) {}
