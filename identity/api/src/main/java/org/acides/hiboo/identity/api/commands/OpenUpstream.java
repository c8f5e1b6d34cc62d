package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For admins: lets members sign in by the provider. Refused: {@code upstream.unknown}. */
@ProvedLately
public record OpenUpstream(@TargetAggregateIdentifier UpstreamId upstreamId) {}
