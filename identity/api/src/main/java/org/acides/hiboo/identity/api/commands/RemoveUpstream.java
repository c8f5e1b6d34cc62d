package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.UpstreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For admins: forgets the provider. Refused: {@code upstream.unknown}, {@code upstream.linked} while somebody is linked to it. */
public record RemoveUpstream(@TargetAggregateIdentifier UpstreamId upstreamId) {}
