package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.UpstreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For admins: nobody signs in by the provider any more; links stay, for the day it is opened again. Refused: {@code upstream.unknown}. */
public record CloseUpstream(@TargetAggregateIdentifier UpstreamId upstreamId) {}
