package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For admins: forgets the provider. Refused: {@code upstream.unknown}, {@code upstream.linked} while somebody is linked to it. */
@ProvedLately
public record RemoveUpstream(@TargetAggregateIdentifier UpstreamId upstreamId) {}
