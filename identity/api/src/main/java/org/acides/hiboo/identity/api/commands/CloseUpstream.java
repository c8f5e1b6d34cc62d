package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For admins: nobody signs in by the provider any more; links stay, for the day it is opened again. Refused: {@code upstream.unknown}. */
@ProvedLately
public record CloseUpstream(@TargetAggregateIdentifier UpstreamId upstreamId) {}
