package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets the good lines of a list that was read become unclaimed profiles, in the background. Refused: {@code import.unknown} (also once started), {@code import.nothing} without a good line, {@code import.running} beside another of the service. */
@ProvedLately
public record StartProfileImport(@TargetAggregateIdentifier ImportId importId) {}
